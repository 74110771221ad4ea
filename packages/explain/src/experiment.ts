import { errors, loadBatch, network, requireCost, requireFiniteErrors, requireNetwork, sumOfCosts, type Batch, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { samplesOf } from './samplesOf.js'

/** A network to experiment on, which is no one else's. */
export interface Experiment {
  readonly net: Network
  /** What its samples became on the way forward and back: a, z and δ. */
  readonly batch: Batch
  /** The mean of C_x over them. */
  readonly cost: number
}

/**
 * The network once more, in float64 and in memory of its own, with samples gone forward and back: an experiment subtracts numbers that are nearly
 * equal, of which float32 keeps no digits, and must leave the caller's network as it was. `room` is how many columns it needs besides.
 *
 * Shapes: X: n_1 × m, Y: n_L × m. Throws `ShapeError`, `DataError`, `OptionError` and `PluginError` as `backprop` does, under the name `operation`.
 */
export function experiment(operation: string, net: Network, cost: Cost, X: SampleMatrix, Y: SampleMatrix, room = 1): Experiment {
  requireNetwork(operation, net)
  requireCost(operation, cost)
  const layers = net.sizes.map((neurons, i) => (i === 0 ? neurons : { neurons, activation: net.activation[i + 1] }))
  const twin = network(layers, { initialiser: () => undefined, dtype: 'float64', maxBatch: Math.max(room, samplesOf(net, X)) })
  twin.parameters.set(net.parameters)
  const batch = loadBatch(operation, twin, ofAnyType(X), ofAnyType(Y), undefined)
  errors(twin, cost, batch)
  const total = new Float64Array(1)
  sumOfCosts(cost, batch.a[twin.L], batch.y, undefined, total)
  requireFiniteErrors(operation, twin, cost, batch, total[0])
  return { net: twin, batch, cost: total[0] / batch.m }
}

/** A matrix as columns of numbers, which a network of another element type takes. */
function ofAnyType(X: SampleMatrix): SampleMatrix {
  return typeof X === 'object' && X !== null && 'cols' in X && 'data' in X ? { rows: X.rows, data: X.data } : X
}
