import { sigmoid } from '@nablajs/activations'
import { network as networkOn, type Layer, type Network, type NetworkOptions } from '@nablajs/backprop'
import { pickBackend, type Mode } from './pickBackend.js'

/** How a network is made here: as by `@nablajs/backprop`, with the backend found for you. */
export interface AutomaticNetworkOptions extends NetworkOptions {
  /** `exact`, the default: the same bits everywhere. `fast`: whatever is fastest on this machine. */
  mode?: Mode
  /** Threads that large operations may use; 1 unless said. In mode `exact` the bits are those of one. */
  threads?: number
}

/**
 * Makes a network on the fastest backend that keeps the promise asked for, see `pickBackend`; `maxBatch`, where given, counts as the
 * usual number of columns. The activation is the sigmoid unless said.
 *
 * Shapes: `layers` is n_1, …, n_L. The promise rejects with the errors of `network` of `@nablajs/backprop` and of
 * `pickBackend`.
 *
 * @example
 * const net = await network([784, 30, 10], { activation: sigmoid, seed: 1 })
 */
export async function network(layers: readonly Layer[], options: AutomaticNetworkOptions = {}): Promise<Network> {
  const { mode = 'exact', threads = 1, ...rest } = options
  const backend = rest.backend ?? (await pickBackend(mode, { sizes: neuronsOf(layers), batchSize: rest.maxBatch ?? 10, threads }))
  return networkOn(layers, { activation: sigmoid, ...rest, backend })
}

/** What is no layer has no neurons: it is refused, with all that is wrong, when the network is made. */
function neuronsOf(layers: readonly unknown[]): number[] {
  return Array.from(layers, (layer) => {
    const neurons = typeof layer === 'object' && layer !== null && 'neurons' in layer ? layer.neurons : layer
    return typeof neurons === 'number' ? neurons : 0
  })
}
