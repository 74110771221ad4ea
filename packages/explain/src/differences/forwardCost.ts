import { forward, sumOfCosts, type Batch, type Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'

/**
 * One forward pass, and the cost at its end: the mean of C_x.
 *
 * Shapes: a^1: n_1 × m, y: n_L × m; returns a number.
 */
export function forwardCost(net: Network, cost: Cost, batch: Batch): number {
  forward(net, batch)
  const total = new Float64Array(1)
  sumOfCosts(cost, batch.a[net.L], batch.y, undefined, total)
  return total[0] / batch.m
}
