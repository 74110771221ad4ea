import type { Matrix } from './matrix.js'
import { like } from './like.js'
import { requireSameShape, requireShape } from './requireFit.js'

/**
 * Adds one column to every column: out = A + b.
 *
 * Shapes: A and out n × m, b: n × 1; out may be A. Throws `ShapeError`.
 */
export function addColumn(A: Matrix, b: Matrix, out: Matrix = like(A)): Matrix {
  requireShape('addColumn, b', b, A.rows, 1, A)
  requireSameShape('addColumn, out', out, A)
  const { rows, cols } = A
  for (let i = 0; i < cols; i++) {
    for (let j = 0; j < rows; j++) out.data[j + i * rows] = A.data[j + i * rows] + b.data[j]
  }
  return out
}
