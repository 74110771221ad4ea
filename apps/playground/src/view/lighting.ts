import { effect } from '@preact/signals'
import type { AddressText } from '../address/address.js'
import { provenance, type Role } from '../address/provenance.js'
import { lookedAt, sizes } from './focus.js'

/** Everything on the page that shows a quantity, by its address. */
const elements = new Map<AddressText, Set<Element>>()
let lit: ReadonlyMap<AddressText, Role> = new Map()

/** Lights every view of what is looked at, and of what made it and what it makes; a change touches only what differs. */
export function startLighting(): () => void {
  return effect(() => {
    const before = lit
    lit = lookedAt.value ? provenance(lookedAt.value, sizes.value) : new Map<AddressText, Role>()
    for (const address of before.keys()) if (!lit.has(address)) for (const element of elements.get(address) ?? []) element.removeAttribute('data-lit')
    for (const [address, role] of lit) if (before.get(address) !== role) for (const element of elements.get(address) ?? []) element.setAttribute('data-lit', role)
  })
}

const references = new Map<AddressText, (element: Element | null) => (() => void) | undefined>()

/** A `ref` by which an element says that it shows the quantity of an address. */
export function litBy(address: AddressText): (element: Element | null) => (() => void) | undefined {
  const known = references.get(address)
  if (known) return known
  const reference = (element: Element | null) => {
    if (!element) return undefined
    const own = elements.get(address) ?? new Set()
    elements.set(address, own.add(element))
    const role = lit.get(address)
    if (role) element.setAttribute('data-lit', role)
    else element.removeAttribute('data-lit')
    return () => void own.delete(element)
  }
  references.set(address, reference)
  return reference
}
