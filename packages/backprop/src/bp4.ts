import { matmul, reciprocal, type Matrix } from '@nablajs/linalg'

/**
 * BP4, the rate of change of the cost by a weight: ∂C/∂w^l = δ^l (a^(l−1))ᵀ, a_in δ_out (32), as the mean over the minibatch.
 *
 * Shapes: aPrevious: n_(l−1) × m, delta: n_l × m, nablaW: n_l × n_(l−1), overwritten, must not alias the others.
 *
 * @equation BP4
 * @equation (32)
 */
export function bp4(aPrevious: Matrix, delta: Matrix, nablaW: Matrix): void {
  matmul(delta, aPrevious.T, nablaW, reciprocal(delta.cols))
}
