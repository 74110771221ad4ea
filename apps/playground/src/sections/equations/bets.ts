import { computed, signal } from '@preact/signals'
import { addressText, type AddressText } from '../../address/address.js'
import { passInput, quantities, sizes } from '../../view/focus.js'
import { known } from './told.js'

export type Sign = 'positive' | 'negative'

/** Guesses at signs of errors, of one network and sample: with other numbers they are other questions. A link does not hold them, who opens it guesses anew. */
const made = signal<{ readonly of: object; readonly signs: ReadonlyMap<AddressText, Sign> }>({ of: {}, signs: new Map() })
export const bets = computed(() => (made.value.of === passInput.value ? made.value.signs : new Map<AddressText, Sign>()))

/** Guesses the sign of δ^l_j. */
export function bet(layer: number, j: number, sign: Sign): void {
  made.value = { of: passInput.peek(), signs: new Map(bets.peek()).set(addressText({ kind: 'delta', layer, j }), sign) }
}

/** Which way an error goes; 0 goes neither way. */
export function signOf(value: number): Sign | undefined {
  return value === 0 || Number.isNaN(value) ? undefined : value < 0 ? 'negative' : 'positive'
}

/** How many guesses were right, of those that the algorithm has come to. */
export const score = computed(() => {
  let [right, all] = [0, 0]
  for (let layer = 2; layer <= sizes.value.length; layer++) {
    if (!known.value.has({ kind: 'delta', layer })) continue
    for (let j = 1; j <= (sizes.value[layer - 1] ?? 0); j++) {
      const address = addressText({ kind: 'delta', layer, j })
      const guessed = bets.value.get(address)
      if (guessed === undefined) continue
      all++
      if (guessed === signOf(quantities.value.get(address) ?? NaN)) right++
    }
  }
  return { right, all }
})
