import type { Floats } from '@nablajs/linalg'
import type { Experiment } from '../experiment.js'
import { jacobian } from '../jacobian.js'
import type { Weight } from './weight.js'

/**
 * The first rate factor of every path from a weight: ∂a^l_q/∂w^l_jk = ∂a^l_q/∂z^l_j · a^(l−1)_k. Only that of q = j, σ′(z^l_j) a^(l−1)_k, is not 0
 * unless neurons mix.
 *
 * Shapes: returns n_l numbers, one for each q.
 */
export function firstRates({ net, batch }: Experiment, { layer: l, j, k }: Weight): Floats {
  const aIn = batch.a[l - 1].get(k, 0)
  const rates = jacobian(net.activation[l], batch.z[l], batch.a[l]).column(j)
  return rates.map((rate) => rate * aIn)
}
