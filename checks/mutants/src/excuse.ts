import { equivalents, speaksOf, type Equivalent } from './equivalent.js'
import { type Attempt } from './plan.js'
import { unseen } from './unseen.js'

/** The entry that says why a mutant may survive: of the equivalent ones, or of those that the suite for plugin authors cannot see. */
export function excuseFor({ group, mutant }: Pick<Attempt, 'group' | 'mutant'>): Equivalent | undefined {
  const entries = group === 'conformance' ? [...equivalents, ...unseen] : equivalents
  return mutant && entries.find((entry) => speaksOf(entry, mutant))
}

/** The entries that excuse none of the survivors. */
export function spentExcuses(survivors: readonly Attempt[]): Equivalent[] {
  const used = new Set(survivors.map(excuseFor))
  return [...equivalents, ...unseen].filter((entry) => !used.has(entry))
}
