import type { Path } from '@nablajs/explain'
import { REST, type PathName } from '../../state/state.js'

/** More paths are neither listed nor drawn one by one. */
export const MOST_LISTED = 24

/** A path of the list, or all those that are too weak for it. */
export interface Listed {
  readonly name: PathName
  readonly product: number
  /** Undefined for those that are not listed. */
  readonly path?: Path
}

/** The strongest paths one by one, then the rest as one entry. Shapes: paths are sorted, the strongest first. */
export function listed(paths: readonly Path[]): readonly Listed[] {
  const strongest = paths.slice(0, MOST_LISTED).map((path) => ({ name: pathName(path.neurons), product: path.product, path }))
  const rest = paths.slice(MOST_LISTED)
  if (rest.length === 0) return strongest
  // The weakest first, so that they are not lost.
  return [...strongest, { name: REST, product: rest.reduceRight((sum, { product }) => sum + product, 0) }]
}

/** The sum of what is added, the weakest first. */
export function sumOf(list: readonly Listed[], added: readonly PathName[]): number {
  return list.reduceRight((sum, { name, product }) => (added.includes(name) ? sum + product : sum), 0)
}

/** A path by the neurons that it passes, numbered from 1. */
export function pathName(neurons: readonly number[]): PathName {
  return neurons.map((neuron) => neuron + 1).join('.')
}
