import type { Matrix } from './matrix.js'
import { requireApart, requireShape } from './requireFit.js'
import { zeros } from './zeros.js'

/**
 * out = scale · (the sum of the columns of A), from the first column to the last: by the backend where it has it, else row by
 * row in float64, rounded once.
 *
 * Shapes: A: n × m, out: n × 1, overwritten, must not share memory with A. Throws `ShapeError`.
 */
export function rowSums(A: Matrix, out: Matrix = zeros(A.rows, 1, A), scale = 1): Matrix {
  requireShape('rowSums, out', out, A.rows, 1, A)
  requireApart('rowSums, out', out, A)
  const { backend } = out
  if (backend.rowSums && A.backend === backend) {
    backend.rowSums(scale, A, out)
    return out
  }
  const { rows, cols, data } = A
  for (let j = 0; j < rows; j++) {
    let sum = 0
    for (let i = 0; i < cols; i++) sum += data[j + i * rows]
    out.data[j] = scale * sum
  }
  return out
}
