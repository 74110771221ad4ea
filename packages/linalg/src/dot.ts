import type { Matrix } from './matrix.js'
import { requireSameShape } from './requireFit.js'

/**
 * The sum of the products of equal entries, Σ A_ji B_ji, in float64.
 *
 * Shapes: A and B rows × cols; returns a number. Throws `ShapeError`.
 */
export function dot(A: Matrix, B: Matrix): number {
  requireSameShape('dot', A, B)
  let sum = 0
  for (let i = 0; i < A.data.length; i++) sum += A.data[i] * B.data[i]
  return sum
}
