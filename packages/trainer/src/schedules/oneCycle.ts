import { requireNumber } from '../requireNumber.js'
import type { Schedule } from '../schedule.js'
import { cosineBetween } from './cosineBetween.js'
import { requireSpan, stepsIn, type Span } from './span.js'

/** Options of `oneCycle`. */
export interface OneCycleOptions extends Span {
  /** The largest η. */
  peak: number
  /** η of the first step; peak / 25 unless said. */
  from?: number
  /** η of the last step; from / 10,000 unless said. */
  to?: number
  /** The share of all steps in which η rises; 0.3 unless said. */
  rise?: number
}

/**
 * One cycle: η rises from `from` to `peak` and falls to `to`, both along half a wave of the cosine. With T steps in all the peak is
 * at step rise · T and the end at step T; η = to afterwards.
 *
 * Shapes: scalar. Throws `OptionError` for numbers that cannot be.
 * Source: Smith, Topin, Super-convergence: very fast training of neural networks using large learning rates (2018).
 */
export function oneCycle({ peak, from = peak / 25, to = from / 1e4, rise = 0.3, ...span }: OneCycleOptions): Schedule {
  requireNumber('oneCycle', 'peak', peak, { above: 0 }, 'It is the largest η.')
  requireNumber('oneCycle', 'from', from, { above: 0 }, 'It is η at the start; a 25th of the peak is usual.')
  requireNumber('oneCycle', 'to', to, { least: 0 }, 'It is η at the end.')
  requireNumber('oneCycle', 'rise', rise, { least: 0, below: 1 }, '0.3 is usual.')
  requireSpan('oneCycle', span)
  return (info) => {
    const steps = stepsIn('oneCycle', span, info)
    const top = Math.max(1, rise * steps)
    if (info.step < top) return cosineBetween(from, peak, (info.step - 1) / (top - 1))
    return cosineBetween(peak, to, (info.step - top) / Math.max(1, steps - top))
  }
}
