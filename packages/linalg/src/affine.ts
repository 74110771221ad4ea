import { addColumn } from './addColumn.js'
import { matmul } from './matmul.js'
import type { Matrix } from './matrix.js'
import { requireBeside, requireProduct, requireShape } from './requireFit.js'

/**
 * The weighted input (25): z = w a + b. One pass where the backend has it, with the bits of the two parts.
 *
 * Shapes: w: n_l × n_(l−1), a: n_(l−1) × m, b: n_l × 1, z: n_l × m, overwritten, must not share memory with w, a or b; all of one
 * element type, on one backend. Throws `ShapeError`, also before a backend's own pass.
 */
export function affine(w: Matrix, a: Matrix, b: Matrix, z: Matrix): void {
  requireProduct('affine', w, a, z)
  requireShape('affine, b', b, z.rows, 1, z)
  requireBeside('affine', z, b)
  if (z.backend.affine) z.backend.affine(w, a, b, z)
  else addColumn(matmul(w, a, z), b, z)
}
