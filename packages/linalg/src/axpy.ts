import type { Floats } from './backend.js'
import type { Matrix } from './matrix.js'
import { requireSameOrApart, requireSameShape } from './requireFit.js'

/**
 * out = out + alpha · X, rounded to the element type after each: alpha, the product, the sum. So a kernel that computes in
 * float32 has the same bits.
 *
 * Shapes: X and out rows × cols; out may be X, else lies apart from it. Throws `ShapeError`. The name is that of the BLAS.
 */
export function axpy(alpha: number, X: Matrix, out: Matrix): Matrix {
  requireSameShape('axpy', X, out)
  requireSameOrApart('axpy', out, X)
  if (out.dtype === 'float32') inFloat32(alpha, X.data, out.data)
  else for (let i = 0; i < out.data.length; i++) out.data[i] += alpha * X.data[i]
  return out
}

function inFloat32(alpha: number, x: Floats, y: Floats): void {
  const single = Math.fround(alpha)
  for (let i = 0; i < y.length; i++) y[i] += Math.fround(single * x[i])
}
