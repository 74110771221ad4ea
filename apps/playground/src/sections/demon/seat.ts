import { computed } from '@preact/signals'
import { addressText, readAddress, type AddressText } from '../../address/address.js'
import { quantitiesOf } from '../../engine/quantities.js'
import { state } from '../../state/store.js'
import { quantities, sizes } from '../../view/focus.js'
import { pushed } from './game.js'

/** A neuron of layer 2 … L, counted from 1. */
export interface Seat {
  readonly layer: number
  readonly j: number
}

/** Where the demon sits: at the neuron that was chosen, or that what was chosen goes into. */
export const seat = computed<Seat>(() => {
  const { layer = 2, j = 1 } = readAddress(state.value.focus, sizes.value) ?? {}
  return layer < 2 ? { layer: 2, j: 1 } : { layer, j }
})

/** Every number of the network while the demon pushes, for what lies beyond it; undefined where it adds to an activation, which no bias can do. */
export const whilePushed = computed(() => {
  const { sizes, seed, activation, x, y, netCost, changes, deltaZ, demonAt } = state.value
  if (demonAt === 'a') return undefined
  const { layer, j } = seat.value
  return quantitiesOf(pushed({ sizes, seed, activation, x, y, netCost, changes }, addressText({ kind: 'delta', layer, j }), deltaZ))
})

/** Every error of the network, the largest first, whatever its sign. */
export const byLeverage = computed(() =>
  [...quantities.value].filter(([address]) => address.startsWith('delta:')).sort(([, p], [, q]) => Math.abs(q) - Math.abs(p)),
)

/** The place of a neuron by the size of its error, the largest being 1. */
export function rankOf(address: AddressText): number {
  return byLeverage.value.findIndex(([of]) => of === address) + 1
}
