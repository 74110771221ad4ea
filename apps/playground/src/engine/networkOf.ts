import type { Activation } from '@nablajs/activations'
import { network, type Network } from '@nablajs/backprop'
import { readAddress } from '../address/address.js'
import type { State } from '../state/state.js'
import { activations } from './names.js'

/** What the reader's network depends on. */
export type NetworkInput = Pick<State, 'sizes' | 'seed' | 'activation' | 'changes'>

/** The reader's network in float64: the seed's weights, with the reader's changes put in. An experiment may give layers other activations. Whoever made it closes it. */
export function networkOf({ sizes, seed, activation, changes }: NetworkInput, activationOf: (layer: number) => Activation = () => activations[activation]): Network {
  const layers = sizes.map((neurons, i) => (i === 0 ? neurons : { neurons, activation: activationOf(i + 1) }))
  const net = network(layers, { seed, dtype: 'float64', maxBatch: 1 })
  for (const [address, value] of changes) {
    const { kind, layer = 0, j = 0, k = 1 } = readAddress(address, sizes) ?? {}
    const matrix = kind === 'w' ? net.w[layer] : kind === 'b' ? net.b[layer] : undefined
    // Column after column: entry j, k, counted from 1.
    if (matrix) matrix.data[j - 1 + (k - 1) * matrix.rows] = value
  }
  return net
}
