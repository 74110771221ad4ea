import { activate } from './activate.js'
import { at } from './at.js'
import { real } from './complex.js'
import { forward } from './forward.js'
import type { ActivationName, Problem } from './problem.js'

/** A neuron counts as saturated where |∂a_j/∂z_j| is below this on some sample. */
const SATURATED = 1e-4

/** An imaginary step whose square is nothing beside 1. */
const STEP = 2 ** -200

/** A neuron: layer l = 2 … L as in the chapter, j from 0. */
export interface Neuron {
  readonly l: number
  readonly j: number
  readonly activation: ActivationName
}

/**
 * The neurons that hardly answer to their input on at least one sample of the minibatch. Relu's dead side is among them.
 *
 * Shapes: a subset of the neurons of layers 2 … L.
 */
export function saturated(problem: Problem): Neuron[] {
  const passes = problem.inputs.map((x) => forward(problem, x))
  return problem.layers.flatMap((layer, i) =>
    layer.b.flatMap((_, j) => {
      const slopes = passes.map((pass) => {
        const z = at(pass, i).z.map(({ re }, k) => (k === j ? { re, im: STEP } : real(re)))
        return Math.abs(at(activate(layer, z), j).im / STEP)
      })
      return Math.min(...slopes) < SATURATED ? [{ l: i + 2, j, activation: layer.own.get(j) ?? layer.activation }] : []
    }),
  )
}
