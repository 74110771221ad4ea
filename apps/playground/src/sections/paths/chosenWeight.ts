import { addressText, readAddress, type AddressText } from '../../address/address.js'

/**
 * The weight whose paths are shown for what is looked at: itself, or the weight of a ∂C/∂w; else the first one into the neuron that is looked at,
 * from it for an input, and the first of the network where none is.
 */
export function chosenWeight(focus: AddressText, sizes: readonly number[]): AddressText {
  const { kind, layer = 2, j = 1, k = 1 } = readAddress(focus, sizes) ?? {}
  if (kind === 'a' && layer === 1) return addressText({ kind: 'w', layer: 2, j: 1, k: j })
  return addressText({ kind: 'w', layer, j, k })
}
