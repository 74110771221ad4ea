import type { Step } from '@nablajs/explain'
import type { Address } from '../../address/address.js'

/** Which quantities the algorithm has come to, by kind and layer. What is given, w, b and y, is always known. */
export interface Known {
  has(address: Pick<Address, 'kind' | 'layer'>): boolean
}

/** What is known after the first steps of a trace. */
export function knownAfter(steps: readonly Step[], count: number): Known {
  const made = new Set(steps.slice(0, count).map(({ result }) => `${result.kind}:${result.layer}`))
  return { has: ({ kind, layer }) => kind === 'w' || kind === 'b' || kind === 'y' || made.has(`${kind}:${layer}`) }
}
