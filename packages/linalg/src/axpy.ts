import type { Matrix } from './matrix.js'
import { requireSameOrApart, requireSameShape } from './requireFit.js'

/**
 * out = out + alpha · X.
 *
 * Shapes: X and out rows × cols; out may be X, else lies apart from it. Throws `ShapeError`. The name is that of the BLAS.
 */
export function axpy(alpha: number, X: Matrix, out: Matrix): Matrix {
  requireSameShape('axpy', X, out)
  requireSameOrApart('axpy', out, X)
  const { data: x } = X
  const { data: y } = out
  for (let i = 0; i < y.length; i++) y[i] += alpha * x[i]
  return out
}
