import { powInt } from '@nablajs/linalg/exact'
import { requireNumber } from '../requireNumber.js'
import type { Schedule } from '../schedule.js'

/** Options of `stepDecay`. */
export interface StepDecayOptions {
  /** η of the first epochs. */
  from: number
  /** After so many epochs, and again after as many. */
  every: number
  /** What η is multiplied by; 0.1 unless said. */
  factor?: number
}

/**
 * η falls by a factor every so many epochs: η = from · factor^⌊(epoch − 1) / every⌋.
 *
 * Shapes: scalar. Throws `OptionError` for numbers that cannot be.
 */
export function stepDecay({ from, every, factor = 0.1 }: StepDecayOptions): Schedule {
  requireNumber('stepDecay', 'from', from, { above: 0 }, 'It is η at the start.')
  requireNumber('stepDecay', 'every', every, { whole: true, least: 1 }, 'Give a number of epochs.')
  requireNumber('stepDecay', 'factor', factor, { above: 0, most: 1 }, '0.1 is usual.')
  return ({ epoch }) => from * powInt(factor, Math.floor((epoch - 1) / every))
}
