import { adam, momentum, sgd } from '@nablajs/trainer'

/** Optimizers with no, one and two vectors of state. */
export const OPTIMIZERS = { sgd, momentum, adam }

/** What a training runs with: an optimizer and, of the WebAssembly backend, so many threads. */
export interface Combination {
  readonly name: string
  readonly optimizer: keyof typeof OPTIMIZERS
  readonly threads: number
}

const names = ['sgd', 'momentum', 'adam'] as const

/** All that are killed, in turn. */
export const COMBINATIONS: readonly Combination[] = [1, 2].flatMap((threads) =>
  names.map((optimizer) => ({ name: `${optimizer} × wasm${threads === 1 ? '' : `, ${threads} threads`}`, optimizer, threads })),
)

/** The one of a name. */
export function combinationNamed(name: string): Combination {
  const found = COMBINATIONS.find((combination) => combination.name === name)
  if (!found) throw new RangeError(`no combination '${name}'`)
  return found
}
