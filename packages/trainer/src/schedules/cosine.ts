import { requireNumber } from '../requireNumber.js'
import type { Schedule } from '../schedule.js'
import { cosineBetween } from './cosineBetween.js'
import { requireSpan, stepsIn, type Span } from './span.js'

/** Options of `cosine`. */
export interface CosineOptions extends Span {
  /** η of the first step. */
  from: number
  /** η after the last step; 0 unless said. */
  to?: number
}

/**
 * Cosine annealing: η = to + (from − to) (1 + cos(π t / T)) / 2 with t = step − 1 and T steps in all; η = to afterwards.
 *
 * Shapes: scalar. Throws `OptionError` for numbers that cannot be.
 * Source: Loshchilov, Hutter, SGDR: stochastic gradient descent with warm restarts (2017), equation 5, one cycle.
 */
export function cosine({ from, to = 0, ...span }: CosineOptions): Schedule {
  requireNumber('cosine', 'from', from, { above: 0 }, 'It is η at the start.')
  requireNumber('cosine', 'to', to, { least: 0 }, 'It is η at the end; 0 is usual.')
  requireSpan('cosine', span)
  return (info) => cosineBetween(from, to, (info.step - 1) / stepsIn('cosine', span, info))
}
