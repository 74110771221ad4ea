import { network, type Network } from '@nablajs/backprop'
import { readAddress } from '../address/address.js'
import type { State } from '../state/state.js'
import { activations } from './names.js'

/** What the reader's network depends on. */
export type NetworkInput = Pick<State, 'sizes' | 'seed' | 'activation' | 'changes'>

/** The reader's network in float64: the seed's weights, with the reader's changes put in. Whoever made it closes it. */
export function networkOf({ sizes, seed, activation, changes }: NetworkInput): Network {
  const net = network(sizes, { activation: activations[activation], seed, dtype: 'float64', maxBatch: 1 })
  for (const [address, value] of changes) {
    const { kind, layer = 0, j = 0, k = 1 } = readAddress(address, sizes) ?? {}
    const matrix = kind === 'w' ? net.w[layer] : kind === 'b' ? net.b[layer] : undefined
    // Column after column: entry j, k, counted from 1.
    if (matrix) matrix.data[j - 1 + (k - 1) * matrix.rows] = value
  }
  return net
}
