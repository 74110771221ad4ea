import { addColumn } from './addColumn.js'
import { matmul } from './matmul.js'
import type { Matrix } from './matrix.js'

/**
 * The weighted input (25): z = w a + b. One pass where the backend has it, with the bits of the two parts.
 *
 * Shapes: w: n_l × n_(l−1), a: n_(l−1) × m, b: n_l × 1, z: n_l × m, overwritten, must not share memory with w or a. Throws
 * `ShapeError`.
 */
export function affine(w: Matrix, a: Matrix, b: Matrix, z: Matrix): void {
  if (z.backend.affine) z.backend.affine(w, a, b, z)
  else addColumn(matmul(w, a, z), b, z)
}
