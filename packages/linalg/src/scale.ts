import { like } from './like.js'
import type { Matrix } from './matrix.js'
import { requireOut } from './requireFit.js'

/**
 * out = alpha · A.
 *
 * Shapes: A and out rows × cols; out may be A, else lies apart from it. Throws `ShapeError`.
 */
export function scale(alpha: number, A: Matrix, out: Matrix = like(A)): Matrix {
  requireOut('scale', out, A)
  for (let i = 0; i < out.data.length; i++) out.data[i] = alpha * A.data[i]
  return out
}
