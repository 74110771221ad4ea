import { backprop } from '@nablajs/backprop'
import { addressText, hasColumns, type AddressText, type Kind } from '../address/address.js'
import type { State } from '../state/state.js'
import { experimentOn } from './experimentOn.js'
import type { NetworkInput } from './networkOf.js'

/** Every quantity of one sample's way through the network and back, by address, as the engine computed it in float64. */
export type Quantities = ReadonlyMap<AddressText, number>

/** What the way through and back depends on. */
export type PassInput = NetworkInput & Pick<State, 'x' | 'y' | 'netCost'>

/** (23) and BP1 to BP4 for every neuron: x fed forward and δ brought back by the engine. */
export function quantitiesOf(input: PassInput): Quantities {
  const quantities = new Map<AddressText, number>()
  const put = (kind: Kind, layer: number, rows: number, numbers: ArrayLike<number>) => {
    for (let i = 0; i < numbers.length; i++) {
      const j = (i % rows) + 1
      quantities.set(addressText({ kind, layer, j, ...(hasColumns(kind) ? { k: Math.floor(i / rows) + 1 } : {}) }), numbers[i] ?? NaN)
    }
  }
  experimentOn(input, (net, cost, x, y) => {
    const gradient = backprop(net, cost, x, y)
    const matrices = { w: net.w, b: net.b, z: net.z, a: net.a, delta: net.delta, nablaW: gradient.w, nablaB: gradient.b }
    for (let layer = 1; layer <= net.L; layer++) {
      for (const kind of ['w', 'b', 'z', 'a', 'delta', 'nablaW', 'nablaB'] as const) {
        const matrix = matrices[kind][layer]
        if (matrix !== undefined && (layer > 1 || kind === 'a')) put(kind, layer, matrix.rows, matrix.data)
      }
    }
    put('y', net.L, y.length, y)
  })
  return quantities
}
