import { OptionError, type Floats } from '@nablajs/linalg'
import type { Optimizer } from './optimizer.js'
import { requireNumber } from './requireNumber.js'

/** Options of `clipped`; at least one is given. */
export interface ClippedOptions {
  /** The largest size of a number of the gradient. */
  value?: number
  /** The largest length of the whole gradient. */
  norm?: number
}

/**
 * An optimizer that is given the gradient clipped: each number to −value … value, then, where ‖∇C‖₂ is above `norm`, the whole times
 * norm / ‖∇C‖₂. The length is summed in float64, from the first number to the last, scaled where squares would overflow. A gradient
 * with a number that is not finite is left as it is, so that training still sees it.
 *
 * Shapes: as the optimizer's own, whose state is the only one; the gradient is changed. Throws `OptionError` where nothing is to be
 * clipped, and for a limit that cannot be.
 * Source: Pascanu, Mikolov, Bengio, On the difficulty of training recurrent neural networks (2013), algorithm 1.
 */
export function clipped(optimizer: Optimizer, { value, norm }: ClippedOptions): Optimizer {
  if (value === undefined && norm === undefined) throw nothingToClip()
  if (value !== undefined) requireNumber('clipped', 'value', value, { above: 0 }, 'Leave it out where only the length is to be clipped.')
  if (norm !== undefined) requireNumber('clipped', 'norm', norm, { above: 0 }, 'Leave it out where only single numbers are to be clipped.')
  const { init, vectors } = optimizer
  return {
    name: `clipped ${optimizer.name}`,
    vectors,
    ...(init ? { init } : {}),
    step(parameters, gradient, state, info) {
      if (value !== undefined) clipValues(gradient, value)
      if (norm !== undefined) clipNorm(gradient, norm)
      optimizer.step(parameters, gradient, state, info)
    },
  }
}

function clipValues(gradient: Floats, most: number): void {
  for (let i = 0; i < gradient.length; i++) {
    if (gradient[i] > most) gradient[i] = most
    else if (gradient[i] < -most) gradient[i] = -most
  }
}

function clipNorm(gradient: Floats, most: number): void {
  let sum = 0
  for (let i = 0; i < gradient.length; i++) sum += gradient[i] * gradient[i]
  if (sum <= most * most) return
  if (sum < Infinity) multiply(gradient, most / Math.sqrt(sum))
  else clipHuge(gradient, most)
}

/** Squares overflow: the length in units of the largest number. */
function clipHuge(gradient: Floats, most: number): void {
  let largest = 0
  for (let i = 0; i < gradient.length; i++) largest = Math.max(largest, Math.abs(gradient[i]))
  if (!Number.isFinite(largest)) return
  let sum = 0
  for (let i = 0; i < gradient.length; i++) sum += (gradient[i] / largest) * (gradient[i] / largest)
  multiply(gradient, most / largest / Math.sqrt(sum))
}

function multiply(gradient: Floats, factor: number): void {
  for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i] * factor
}

function nothingToClip(): OptionError {
  return new OptionError({
    option: 'norm',
    where: 'clipped, norm',
    expected: '{ value }, { norm } or both',
    got: 'neither',
    fix: 'Give the largest length of the gradient, { norm: 1 }, or of a number of it, { value: 1 }.',
  })
}
