import { OptionError } from '@nablajs/linalg'
import { clipNorm } from './clipNorm.js'
import { clipValues } from './clipValues.js'
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
 * norm / ‖∇C‖₂. What is not finite stays so, so that training still sees it.
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

function nothingToClip(): OptionError {
  return new OptionError({
    option: 'norm',
    where: 'clipped, norm',
    expected: '{ value }, { norm } or both',
    got: 'neither',
    fix: 'Give the largest length of the gradient, { norm: 1 }, or of a number of it, { value: 1 }.',
  })
}
