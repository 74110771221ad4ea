import { reciprocal, rowSums, type Matrix } from '@nablajs/linalg'

/**
 * BP3, the rate of change of the cost by a bias: ∂C/∂b^l = δ^l (31), as the mean over the minibatch.
 *
 * Shapes: delta: n_l × m, nablaB: n_l × 1, overwritten.
 *
 * @equation BP3
 * @equation (31)
 */
export function bp3(delta: Matrix, nablaB: Matrix): void {
  rowSums(delta, nablaB, reciprocal(delta.cols))
}
