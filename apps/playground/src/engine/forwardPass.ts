import { feedforward, network } from '@nablajs/backprop'
import { addressText, readAddress, type AddressText } from '../address/address.js'
import type { State } from '../state/state.js'
import { activations } from './names.js'

/** Every quantity of one sample's way through the network, by address, as the engine computed it in float64. */
export type Quantities = ReadonlyMap<AddressText, number>

/** What the way through depends on. */
export type ForwardInput = Pick<State, 'sizes' | 'seed' | 'activation' | 'x' | 'changes'>

/** (23) for every neuron: the seed's weights, the reader's changes put in, and x fed forward by the engine. */
export function forwardPass({ sizes, seed, activation, x, changes }: ForwardInput): Quantities {
  const net = network(sizes, { activation: activations[activation], seed, dtype: 'float64', maxBatch: 1 })
  for (const [address, value] of changes) {
    const { kind, layer = 0, j = 0, k = 1 } = readAddress(address, sizes) ?? {}
    const matrix = kind === 'w' ? net.w[layer] : kind === 'b' ? net.b[layer] : undefined
    // Column after column: entry j, k, counted from 1.
    if (matrix) matrix.data[j - 1 + (k - 1) * matrix.rows] = value
  }
  feedforward(net, Float64Array.from(x))
  const quantities = new Map<AddressText, number>()
  for (let layer = 1; layer <= net.L; layer++) {
    for (const kind of ['w', 'b', 'z', 'a'] as const) {
      const matrix = net[kind][layer]
      for (let i = 0; i < (matrix?.data.length ?? 0); i++) {
        const [rows, value] = [matrix?.rows ?? 1, matrix?.data[i] ?? NaN]
        const j = (i % rows) + 1
        quantities.set(addressText(kind === 'w' ? { kind, layer, j, k: Math.floor(i / rows) + 1 } : { kind, layer, j }), value)
      }
    }
  }
  net.close()
  return quantities
}
