import type { Activation } from '@nablajs/activations'
import { matmul, type Matrix } from '@nablajs/linalg'

/**
 * BP2, the error of a layer from that of the next: δ^l = ((w^(l+1))ᵀ δ^(l+1)) ⊙ σ′(z^l).
 *
 * Shapes: wNext: n_(l+1) × n_l, deltaNext: n_(l+1) × m; z, a and delta n_l × m; delta is overwritten, must not alias the others.
 *
 * @equation BP2
 */
export function bp2(wNext: Matrix, deltaNext: Matrix, activation: Activation, z: Matrix, a: Matrix, delta: Matrix): void {
  matmul(wNext.T, deltaNext, delta)
  activation.pullback(z, a, delta, delta)
}
