import { matmul } from './matmul.js'
import type { Matrix } from './matrix.js'
import { requireShape } from './requireFit.js'
import { zeros } from './zeros.js'

/**
 * The outer product of two columns, out = scale · x yᵀ: the form of (32), ∂C/∂w = a_in δ_out, for one sample.
 *
 * Shapes: x: n × 1, y: k × 1, out: n × k, overwritten, must not share memory with x or y. Throws `ShapeError`.
 */
export function outer(x: Matrix, y: Matrix, out: Matrix = zeros(x.rows, y.rows, x), scale = 1): Matrix {
  requireShape('outer, x', x, x.rows, 1, x)
  requireShape('outer, y', y, y.rows, 1, x)
  return matmul(x, y.T, out, scale)
}
