import type { Matrix } from './matrix.js'
import { like } from './like.js'
import { requireApart, requireOut, requireShape } from './requireFit.js'

/**
 * Adds one column to every column: out = A + b. By the backend where it has it.
 *
 * Shapes: A and out n × m, b: n × 1; out may be A, else lies apart from it, and must not share memory with b. Throws
 * `ShapeError`.
 */
export function addColumn(A: Matrix, b: Matrix, out: Matrix = like(A)): Matrix {
  requireShape('addColumn, b', b, A.rows, 1, A)
  requireOut('addColumn, out', out, A)
  requireApart('addColumn, out', out, b)
  const { backend } = out
  if (backend.addColumn && b.backend === backend) {
    if (out !== A) out.data.set(A.data)
    backend.addColumn(b, out)
    return out
  }
  const { rows, cols } = A
  for (let i = 0; i < cols; i++) {
    for (let j = 0; j < rows; j++) out.data[j + i * rows] = A.data[j + i * rows] + b.data[j]
  }
  return out
}
