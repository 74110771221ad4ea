import { matmul, type Matrix } from '@nablajs/linalg'
import type { Experiment } from '../experiment.js'
import { jacobian } from '../jacobian.js'

/**
 * The rate factors of the edges from layer l − 1 to layer l at the first sample: entry (q, j) is ∂a^l_q/∂a^(l−1)_j, which is σ′(z^l_q) w^l_qj, and
 * Σ_r ∂a^l_q/∂z^l_r w^l_rj where neurons mix.
 *
 * Shapes: returns n_l × n_(l−1).
 */
export function rates({ net, batch }: Experiment, l: number): Matrix {
  return matmul(jacobian(net.activation[l], batch.z[l], batch.a[l]), net.w[l])
}
