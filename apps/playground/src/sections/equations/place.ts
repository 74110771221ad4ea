import { hasColumns, type Address } from '../../address/address.js'

/** The neuron that a step is told of, j of its layer, and the other one in it, k: one of the layer before, in BP2 of the layer after. */
export interface Place {
  readonly j: number
  readonly k: number
}

/**
 * Where the reader looks, as seen from a step that makes something of a layer: the row j and the term k of its equation. What is looked at goes first,
 * then what was chosen; where neither says, it is the first.
 */
export function placeOf(layer: number, goesBack: boolean, lookedAt: readonly (Address | undefined)[], sizes: readonly number[]): Place {
  const said = lookedAt.map((address) => (address ? saidBy(address, layer, goesBack) : {}))
  return {
    j: within(said.find(({ j }) => j !== undefined)?.j ?? 1, sizes[layer - 1]),
    k: within(said.find(({ k }) => k !== undefined)?.k ?? 1, sizes[goesBack ? layer : layer - 2]),
  }
}

function saidBy(address: Address, layer: number, goesBack: boolean): Partial<Place> {
  const { j, k } = address
  if (address.layer === layer) return { ...(j !== undefined && { j }), ...(k !== undefined && !goesBack && { k }) }
  if (goesBack && address.layer === layer + 1) {
    const to = j === undefined ? {} : { k: j }
    return hasColumns(address.kind) && k !== undefined ? { ...to, j: k } : to
  }
  return !goesBack && address.layer === layer - 1 && j !== undefined ? { k: j } : {}
}

function within(index: number, count = 1): number {
  return Math.min(Math.max(1, count), index)
}
