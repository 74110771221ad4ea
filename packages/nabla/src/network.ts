import { sigmoid } from '@nablajs/activations'
import { network as networkOn, type Layer, type Network, type NetworkOptions } from '@nablajs/backprop'
import { pickBackend, type Mode } from './pickBackend.js'

/** How a network is made here: as by `@nablajs/backprop`, with the backend found for you. */
export interface AutomaticNetworkOptions extends NetworkOptions {
  /** `exact`, the default: the same bits everywhere. `fast`: whatever is fastest on this machine. */
  mode?: Mode
}

/**
 * Makes a network on the fastest backend that keeps the promise asked for. The activation is the sigmoid unless said.
 *
 * Shapes: `layers` is n_1, …, n_L. The promise rejects with the errors of `network` of `@nablajs/backprop`.
 *
 * @example
 * const net = await network([784, 30, 10], { activation: sigmoid, seed: 1 })
 */
export async function network(layers: readonly Layer[], options: AutomaticNetworkOptions = {}): Promise<Network> {
  const { mode = 'exact', ...rest } = options
  const backend = rest.backend ?? (await pickBackend(mode))
  return networkOn(layers, { activation: sigmoid, ...rest, backend })
}
