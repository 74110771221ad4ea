import { addressText, type Address, type AddressText } from './address.js'

/** What a quantity is to the one that is looked at: it itself, what it is made of, or what is made of it. */
export type Role = 'self' | 'source' | 'target'

/**
 * What lights up with a quantity, one step each way along (23): z^l_j is made of row j of w^l, of a^(l−1) and of b^l_j; a^l_j of z^l_j.
 * The whole matrix or vector that an entry belongs to lights with it.
 */
export function provenance(address: Address, sizes: readonly number[]): ReadonlyMap<AddressText, Role> {
  const roles = new Map<AddressText, Role>()
  for (const at of targets(address, sizes)) mark(roles, at, 'target')
  for (const at of sources(address, sizes)) mark(roles, at, 'source')
  for (const at of entries(address, sizes)) mark(roles, at, 'self')
  return roles
}

function mark(roles: Map<AddressText, Role>, address: Address, role: Role): void {
  roles.set(addressText(address), role)
  roles.set(addressText({ kind: address.kind, layer: address.layer }), role)
}

/** The entries of a whole matrix or vector; an entry is its own. */
function entries({ kind, layer, j, k }: Address, sizes: readonly number[]): Address[] {
  if (j !== undefined) return [{ kind, layer, j, ...(k === undefined ? {} : { k }) }]
  const rows = upTo(sizes[layer - 1])
  if (kind !== 'w') return rows.map((row) => ({ kind, layer, j: row }))
  return rows.flatMap((row) => upTo(sizes[layer - 2]).map((column) => ({ kind, layer, j: row, k: column })))
}

function sources({ kind, layer, j, k }: Address, sizes: readonly number[]): Address[] {
  if (kind === 'w') return j === undefined || k === undefined ? [] : [{ kind: 'a', layer: layer - 1, j: k }]
  if (kind === 'a') return layer === 1 ? [] : [{ kind: 'z', layer, ...(j === undefined ? {} : { j }) }]
  if (kind === 'b') return []
  if (j === undefined) return [{ kind: 'w', layer }, { kind: 'a', layer: layer - 1 }, { kind: 'b', layer }]
  return [
    { kind: 'b', layer, j },
    ...upTo(sizes[layer - 2]).flatMap((k): Address[] => [{ kind: 'w', layer, j, k }, { kind: 'a', layer: layer - 1, j: k }]),
  ]
}

function targets({ kind, layer, j }: Address, sizes: readonly number[]): Address[] {
  if (kind === 'z') return [{ kind: 'a', layer, ...(j === undefined ? {} : { j }) }]
  if (kind !== 'a') return [{ kind: 'z', layer, ...(j === undefined ? {} : { j }) }]
  if (layer === sizes.length) return []
  return upTo(sizes[layer]).map((row) => ({ kind: 'z', layer: layer + 1, j: row }))
}

function upTo(count = 0): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}
