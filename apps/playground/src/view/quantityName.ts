import type { Address } from '../address/address.js'
import { text } from '../state/store.js'

/** A quantity in words: "weight, layer 2, from neuron 3 to 1". */
export function quantityName({ kind, layer, j, k }: Address): string {
  const { quantity } = text.value
  if (j === undefined) return quantity.all[kind](layer)
  return kind === 'w' || kind === 'nablaW' ? quantity[kind](layer, String(j), String(k)) : quantity[kind](layer, String(j))
}
