import type { Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { costs } from './names.js'
import { networkOf } from './networkOf.js'
import type { PassInput } from './quantities.js'

/** What is done with a network, its cost and one sample. Shapes: x: n_1, y: n_L. */
export type Experiment<T> = (net: Network, cost: Cost, x: Float64Array, y: Float64Array) => T

/** Makes the reader's network for an experiment, and closes it whatever comes of it. */
export function experimentOn<T>(input: PassInput, run: Experiment<T>): T {
  const net = networkOf(input)
  try {
    return run(net, costs[input.netCost], Float64Array.from(input.x), Float64Array.from(input.y))
  } finally {
    net.close()
  }
}
