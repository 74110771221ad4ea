import { powInt } from '@nablajs/linalg/exact'
import { requireNumber } from '../requireNumber.js'
import type { Schedule } from '../schedule.js'

/** Options of `exponentialDecay`. */
export interface ExponentialDecayOptions {
  /** η of the first epoch. */
  from: number
  /** What η is multiplied by after each epoch; 0.95 unless said. */
  factor?: number
}

/**
 * η falls by the same factor after each epoch: η = from · factor^(epoch − 1).
 *
 * Shapes: scalar. Throws `OptionError` for numbers that cannot be.
 */
export function exponentialDecay({ from, factor = 0.95 }: ExponentialDecayOptions): Schedule {
  requireNumber('exponentialDecay', 'from', from, { above: 0 }, 'It is η at the start.')
  requireNumber('exponentialDecay', 'factor', factor, { above: 0, most: 1 }, '0.95 is usual.')
  return ({ epoch }) => from * powInt(factor, epoch - 1)
}
