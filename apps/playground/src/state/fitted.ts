import { readAddress } from '../address/address.js'
import { properties } from './properties.js'
import type { State } from './state.js'

/** The state with what depends on the sizes made to fit them: n_1 inputs, changes and focus of neurons that there are. */
export function fitted(state: State): State {
  const { sizes, changes, focus } = state
  const [inputs = 1] = sizes
  const isThere = (address: string) => readAddress(address, sizes) !== undefined
  return {
    ...state,
    x: state.x.length === inputs ? state.x : Array.from({ length: inputs }, (_, k) => state.x[k] ?? properties.x.initial[k] ?? 0.5),
    changes: [...changes.keys()].every(isThere) ? changes : new Map([...changes].filter(([address]) => isThere(address))),
    focus: focus === '' || isThere(focus) ? focus : '',
  }
}
