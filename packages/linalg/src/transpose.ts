import type { Matrix } from './matrix.js'
import { requireApart, requireShape } from './requireFit.js'
import { zeros } from './zeros.js'

/**
 * out = Aᵀ, with its numbers moved. Inside a product `A.T` does the same without moving any.
 *
 * Shapes: A: n × m, out: m × n, overwritten, must not share memory with A. Throws `ShapeError`.
 */
export function transpose(A: Matrix, out: Matrix = zeros(A.cols, A.rows, A)): Matrix {
  requireShape('transpose, out', out, A.cols, A.rows, A)
  requireApart('transpose', out, A)
  const { rows, cols } = A
  for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) out.data[i + j * cols] = A.data[j + i * rows]
  return out
}
