import type { Activation } from '@nablajs/activations'
import { transpose, zeros, type Matrix } from '@nablajs/linalg'

/**
 * The Jacobian of an activation at one sample, entry (j, k) being ∂a_j/∂z_k. Where neurons do not mix it is diagonal, with σ′(z_j): the chapter's Σ′(z).
 *
 * Shapes: z and a = σ(z) n_l × m, `sample` the column; returns n_l × n_l.
 */
export function jacobian(activation: Activation, z: Matrix, a: Matrix, sample = 0): Matrix {
  const square = () => zeros(z.rows, z.rows, { dtype: z.dtype, backend: z.backend })
  const [zs, as, unit, columns] = [square(), square(), square(), square()]
  for (let k = 0; k < z.rows; k++) {
    zs.column(k).set(z.column(sample))
    as.column(k).set(a.column(sample))
    unit.set(k, k, 1)
  }
  // Column k is (∂a/∂z)ᵀ e_k: row k of the Jacobian.
  activation.pullback(zs, as, unit, columns)
  return transpose(columns)
}
