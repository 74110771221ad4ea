import type { Proof } from '@nablajs/explain'
import { addressText, type AddressText } from '../../address/address.js'
import type { Place } from './place.js'

/** What the named symbols of a proof stand for. */
export function proofSymbols(of: Proof['of'], layer: number, { j, k }: Place): Readonly<Record<string, AddressText>> {
  const [delta, z] = [addressText({ kind: 'delta', layer, j }), addressText({ kind: 'z', layer, j })]
  switch (of) {
    case 'BP1':
      return { delta, z, a: addressText({ kind: 'a', layer, j }) }
    case 'BP2': {
      const next = layer + 1
      return {
        delta, z, z2: addressText({ kind: 'z', layer: next, j: k }), delta2: addressText({ kind: 'delta', layer: next, j: k }),
        w: addressText({ kind: 'w', layer: next, j: k, k: j }), b: addressText({ kind: 'b', layer: next, j: k }),
      }
    }
    case 'BP3':
      return { delta, z, b: addressText({ kind: 'b', layer, j }), nablaB: addressText({ kind: 'nablaB', layer, j }) }
    case 'BP4':
      return { delta, z, w: addressText({ kind: 'w', layer, j, k }), nablaW: addressText({ kind: 'nablaW', layer, j, k }), input: addressText({ kind: 'a', layer: layer - 1, j: k }) }
  }
}
