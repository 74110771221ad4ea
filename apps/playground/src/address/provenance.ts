import { addressText, hasColumns, type Address, type AddressText, type Kind } from './address.js'

/** What a quantity is to the one that is looked at: it itself, what it is made of, or what is made of it. */
export type Role = 'self' | 'source' | 'target'

/**
 * What lights up with a quantity, one step each way: forward along (23), z^l_j of row j of w^l, of a^(l−1) and of b^l_j, a^l_j of z^l_j; and
 * back along BP1 to BP4, δ^L_j of a^L_j, y_j and z^L_j, δ^l_j of column j of w^(l+1), of δ^(l+1) and of z^l_j, ∂C/∂b^l_j of δ^l_j, ∂C/∂w^l_jk
 * of a^(l−1)_k and δ^l_j; the update makes w^l_jk and b^l_j of those. The whole matrix or vector that an entry belongs to lights with it.
 */
export function provenance(address: Address, sizes: readonly number[]): ReadonlyMap<AddressText, Role> {
  const roles = new Map<AddressText, Role>()
  for (const whole of targets(address, sizes)) for (const at of entries(whole, sizes)) mark(roles, at, 'target')
  for (const whole of sources(address, sizes)) for (const at of entries(whole, sizes)) mark(roles, at, 'source')
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
  if (!hasColumns(kind)) return rows.map((row) => ({ kind, layer, j: row }))
  return rows.flatMap((row) => upTo(sizes[layer - 2]).map((column) => ({ kind, layer, j: row, k: column })))
}

function sources({ kind, layer, j, k }: Address, sizes: readonly number[]): Address[] {
  switch (kind) {
    case 'b':
    case 'y':
      return []
    case 'w':
      return k === undefined ? [] : [at('a', layer - 1, k)]
    case 'a':
      return layer === 1 ? [] : [at('z', layer, j)]
    case 'z':
      if (j === undefined) return [at('w', layer), at('a', layer - 1), at('b', layer)]
      return [at('b', layer, j), ...upTo(sizes[layer - 2]).flatMap((from) => [at('w', layer, j, from), at('a', layer - 1, from)])]
    case 'delta':
      if (layer === sizes.length) return [at('a', layer, j), at('y', layer, j), at('z', layer, j)]
      if (j === undefined) return [at('w', layer + 1), at('delta', layer + 1), at('z', layer)]
      return [at('z', layer, j), ...upTo(sizes[layer]).flatMap((to) => [at('w', layer + 1, to, j), at('delta', layer + 1, to)])]
    case 'nablaB':
      return [at('delta', layer, j)]
    case 'nablaW':
      return [at('a', layer - 1, k), at('delta', layer, j)]
  }
}

function targets({ kind, layer, j, k }: Address, sizes: readonly number[]): Address[] {
  switch (kind) {
    case 'nablaB':
      return [at('b', layer, j)]
    case 'nablaW':
      return [at('w', layer, j, k)]
    case 'y':
      return [at('delta', layer, j)]
    case 'z':
      return [at('a', layer, j)]
    case 'w':
    case 'b':
      return [at('z', layer, j)]
    case 'a':
      return layer === sizes.length ? [] : upTo(sizes[layer]).map((to) => at('z', layer + 1, to))
    case 'delta': {
      const before = upTo(sizes[layer - 2])
      const made = j === undefined ? [at('nablaB', layer), at('nablaW', layer)] : [at('nablaB', layer, j), ...before.map((from) => at('nablaW', layer, j, from))]
      return layer === 2 ? made : [...made, ...before.map((from) => at('delta', layer - 1, from))]
    }
  }
}

function at(kind: Kind, layer: number, j?: number, k?: number): Address {
  return { kind, layer, ...(j === undefined ? {} : { j }), ...(k === undefined ? {} : { k }) }
}

function upTo(count = 0): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}
