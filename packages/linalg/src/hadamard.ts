import { like } from './like.js'
import type { Matrix } from './matrix.js'
import { requireOut, requireSameOrApart, requireSameShape } from './requireFit.js'

/**
 * The Hadamard product (28): out = A ⊙ B, entry by entry.
 *
 * Shapes: A, B and out rows × cols; out may be A or B, else lies apart from it. Throws `ShapeError`.
 *
 * @equation (28)
 */
export function hadamard(A: Matrix, B: Matrix, out: Matrix = like(A)): Matrix {
  requireSameShape('hadamard', A, B)
  requireOut('hadamard, out', out, A)
  requireSameOrApart('hadamard, out', out, B)
  const { data: a } = A
  const { data: b } = B
  const { data: c } = out
  for (let i = 0; i < c.length; i++) c[i] = a[i] * b[i]
  return out
}
