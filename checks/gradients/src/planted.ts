import { defineActivation } from '@nablajs/activations'
import { BUILT_IN, type Elementwise } from './engine.js'
import { at } from './oracle/at.js'
import { ELEMENTWISE, type ElementwiseName } from './oracle/problem.js'

/** 0.05 %: an error that loses no training run, and that the usual tolerances let pass. */
export const PLANTED = 1.0005

/**
 * The built-in activations with one σ′ multiplied by a factor. It runs as the plugin's own code, since a kernel would be right,
 * but keeps the kernel's name towards the cost, so that what BP1 simplifies to is left as it is.
 *
 * Shapes: none. Throws `RangeError` for a name that is none.
 */
export function planted(name: string, factor: number = PLANTED): Elementwise {
  const known = at(ELEMENTWISE, ELEMENTWISE.findIndex((one) => one === name))
  return { ...BUILT_IN, [known]: withFactor(known, factor) }
}

function withFactor(name: ElementwiseName, factor: number): Elementwise[ElementwiseName] {
  const { f, fPrime } = BUILT_IN[name]
  const wrong = defineActivation({ name, f, fPrime: (z, a) => factor * fPrime(z, a) })
  return { ...wrong, kernelOf: () => name }
}
