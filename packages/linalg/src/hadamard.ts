import { like } from './like.js'
import type { Matrix } from './matrix.js'
import { requireSameShape } from './requireFit.js'

/**
 * The Hadamard product (28): out = A ⊙ B, entry by entry.
 *
 * Shapes: A, B and out rows × cols; out may be A or B. Throws `ShapeError`.
 *
 * @equation (28)
 */
export function hadamard(A: Matrix, B: Matrix, out: Matrix = like(A)): Matrix {
  requireSameShape('hadamard', A, B)
  requireSameShape('hadamard, out', out, A)
  const { data: a } = A
  const { data: b } = B
  const { data: c } = out
  for (let i = 0; i < c.length; i++) c[i] = a[i] * b[i]
  return out
}
