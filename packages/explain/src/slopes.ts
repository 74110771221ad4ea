import type { Activation } from '@nablajs/activations'
import { fill, like, type Matrix } from '@nablajs/linalg'
import { mixes } from './mixes.js'

/**
 * ∂a_j/∂z_j at every neuron and sample: σ′(z_j), or the diagonal of the Jacobian where neurons mix. By the activation's own pullback, since a formula of
 * a, such as a(1 − a), has no digits left where a neuron is saturated.
 *
 * Shapes: z, a = σ(z) and the result n_l × m.
 */
export function slopes(activation: Activation, z: Matrix, a: Matrix): Matrix {
  const result = like(z)
  const g = like(z)
  if (!mixes(activation, z.rows)) {
    activation.pullback(z, a, fill(g, 1), result)
    return result
  }
  const delta = like(z)
  for (let j = 0; j < z.rows; j++) {
    for (let i = 0; i < z.cols; i++) g.set(j, i, 1)
    activation.pullback(z, a, g, delta)
    for (let i = 0; i < z.cols; i++) {
      result.set(j, i, delta.get(j, i))
      g.set(j, i, 0)
    }
  }
  return result
}
