import type { Activation } from '@nablajs/activations'
import type { Cost } from '@nablajs/costs'
import type { Matrix } from '@nablajs/linalg'
import { costGradient } from './costGradient.js'
import { pair } from './pair.js'

/**
 * BP1, the error in the output layer: δ^L = ∇ₐC ⊙ σ′(z^L). For the quadratic cost (30): δ^L = (a^L − y) ⊙ σ′(z^L).
 *
 * Where the cost declares that it cancels with the activation, δ^L is what is left, so that saturation loses no digits.
 *
 * Shapes: z, a, y and delta n_L × m; delta is overwritten, must not alias z, a or y.
 *
 * @equation BP1
 * @equation (30)
 */
export function bp1(cost: Cost, activation: Activation, z: Matrix, a: Matrix, y: Matrix, delta: Matrix): void {
  costGradient(cost, a, y, delta)
  activation.pullback(z, a, delta, delta)
  pair(cost, activation, z, a, y, delta)
}
