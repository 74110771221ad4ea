import type { Matrix } from './matrix.js'
import { like } from './like.js'
import { requireOut } from './requireFit.js'

/**
 * A function applied to every entry (24): f([2, 3]) = [f(2), f(3)], so x ↦ x² gives [4, 9].
 *
 * Shapes: A and out rows × cols; out may be A, else lies apart from it. Throws `ShapeError`.
 *
 * @equation (24)
 */
export function map(A: Matrix, f: (x: number) => number, out: Matrix = like(A)): Matrix {
  requireOut('map, out', out, A)
  const { data: a } = A
  const { data: c } = out
  for (let i = 0; i < c.length; i++) c[i] = f(a[i])
  return out
}
