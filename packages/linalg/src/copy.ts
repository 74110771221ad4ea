import { like } from './like.js'
import type { Matrix } from './matrix.js'
import { requireSameShape } from './requireFit.js'

/**
 * out = A, with its numbers copied.
 *
 * Shapes: A and out rows × cols. Throws `ShapeError`.
 */
export function copy(A: Matrix, out: Matrix = like(A)): Matrix {
  requireSameShape('copy', out, A)
  out.data.set(A.data)
  return out
}
