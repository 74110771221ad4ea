import type { Cost } from '@nablajs/costs'
import type { Batch } from './arena.js'
import { bp1 } from './bp1.js'
import { bp2 } from './bp2.js'
import { forward } from './feedforward.js'
import type { Network } from './network.js'
import { weigh } from './weigh.js'

/**
 * Steps 1 to 4 of the algorithm, up to the error of every neuron: δ^l_j = ∂C_x/∂z^l_j.
 *
 * Shapes: `batch` holds the input a^1: n_1 × m and y: n_L × m; z^l, a^l and δ^l: n_l × m are overwritten. With `weighted`,
 * column i of δ^L is multiplied by ω_i, and with it all that follows.
 *
 * @equation (29)
 */
export function errors(net: Network, cost: Cost, batch: Batch, weighted = false): void {
  const { L, w, activation } = net
  const { a, z, delta, y, omega } = batch
  forward(net, batch)
  bp1(cost, activation[L], z[L], a[L], y, delta[L])
  if (weighted) weigh(delta[L], omega)
  for (let l = L - 1; l >= 2; l--) bp2(w[l + 1], delta[l + 1], activation[l], z[l], a[l], delta[l])
}
