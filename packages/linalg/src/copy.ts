import { like } from './like.js'
import type { Matrix } from './matrix.js'
import { requireOut } from './requireFit.js'

/**
 * out = A, with its numbers copied.
 *
 * Shapes: A and out rows × cols; out may be A, else lies apart from it. Throws `ShapeError`.
 */
export function copy(A: Matrix, out: Matrix = like(A)): Matrix {
  requireOut('copy', out, A)
  out.data.set(A.data)
  return out
}
