import { computed, signal } from '@preact/signals'
import { readAddress, type AddressText } from '../address/address.js'
import { quantitiesOf, type PassInput } from '../engine/quantities.js'
import type { State } from '../state/state.js'
import { show, state } from '../state/store.js'

export const sizes = computed(() => state.value.sizes)
const seed = computed(() => state.value.seed)
const activation = computed(() => state.value.activation)
const x = computed(() => state.value.x)
const y = computed(() => state.value.y)
const netCost = computed(() => state.value.netCost)
const changes = computed(() => state.value.changes)

/** What the numbers of the network depend on. Where the reader looks is not of it, so looking computes nothing. */
export const passInput = computed<PassInput>(() => ({
  sizes: sizes.value, seed: seed.value, activation: activation.value, x: x.value, y: y.value, netCost: netCost.value, changes: changes.value,
}))

/** Every number of the network, as the engine gives it. */
export const quantities = computed(() => quantitiesOf(passInput.value))

/** What the pointer is over. It goes before what was chosen, and leaves it as it was. */
export const pointed = signal<AddressText>('')

/** What is looked at. */
export const looked = computed(() => (readAddress(pointed.value, sizes.value) ? pointed.value : state.value.focus))
export const lookedAt = computed(() => readAddress(looked.value, sizes.value))

/** Looks at a quantity, until the reader looks at another. */
export function lookAt(address: AddressText): void {
  if (state.peek().focus !== address) show({ focus: address })
}

/** The number at an address. */
export function valueAt(address: AddressText): number {
  return quantities.value.get(address) ?? NaN
}

/** Sets a weight, a bias, an input or a target; what is computed cannot be set. Returns the change of the state. */
export function changeOf(address: AddressText, value: number): Partial<State> | undefined {
  const { kind, layer, j = 0 } = readAddress(address, sizes.peek()) ?? {}
  if (kind === 'a' && layer === 1) return { x: state.peek().x.map((old, i) => (i === j - 1 ? value : old)) }
  if (kind === 'y') return { y: state.peek().y.map((old, i) => (i === j - 1 ? value : old)) }
  if ((kind !== 'w' && kind !== 'b') || j === 0) return undefined
  return { changes: new Map(state.peek().changes).set(address, value) }
}
