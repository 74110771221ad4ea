import { type Mutant } from './mutant.js'

/** A mutant that no test can kill, with the proof. */
export interface Equivalent {
  readonly file: string
  readonly inside: string
  readonly before: string
  readonly after: string
  /** Why it computes the same. */
  readonly proof: string
}

/** No more than these are allowed: above, the code says things that do not matter. */
export const MOST_EQUIVALENTS = 10

/** The list. An entry that is no mutant any more, or that a test kills after all, fails the check. */
export const equivalents: readonly Equivalent[] = []

/** Whether an entry speaks of a mutant. */
export function speaksOf(entry: Equivalent, mutant: Mutant): boolean {
  return entry.file === mutant.file && entry.inside === mutant.inside && entry.before === mutant.before && entry.after === mutant.after
}
