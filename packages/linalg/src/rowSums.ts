import type { Matrix } from './matrix.js'
import { requireApart, requireShape } from './requireFit.js'
import { zeros } from './zeros.js'

/**
 * out = scale · (the sum of the columns of A): row by row in float64, from the first column to the last, rounded once.
 *
 * Shapes: A: n × m, out: n × 1, overwritten, must not share memory with A. Throws `ShapeError`.
 */
export function rowSums(A: Matrix, out: Matrix = zeros(A.rows, 1, A), scale = 1): Matrix {
  requireShape('rowSums, out', out, A.rows, 1, A)
  requireApart('rowSums, out', out, A)
  const { rows, cols, data } = A
  for (let j = 0; j < rows; j++) {
    let sum = 0
    for (let i = 0; i < cols; i++) sum += data[j + i * rows]
    out.data[j] = scale * sum
  }
  return out
}
