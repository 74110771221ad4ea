import type { Matrix } from './matrix.js'
import { zeros } from './zeros.js'

/**
 * A matrix of zeros of the same shape, element type and backend.
 *
 * Shapes: A and the result rows × cols.
 */
export function like(A: Matrix): Matrix {
  return zeros(A.rows, A.cols, { dtype: A.dtype, backend: A.backend })
}
