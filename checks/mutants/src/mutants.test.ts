import { expect, it } from 'vitest'
import { equivalents, MOST_EQUIVALENTS, speaksOf } from './equivalent.js'
import { excuseFor } from './excuse.js'
import { patches } from './patches.js'
import { plan } from './plan.js'
import { unseen } from './unseen.js'
import { verdictsOn } from './verdicts.js'

/** `pnpm check mutants` tries all; here a few of each group, drawn by a seed, so that one that survives does so every time. */
const SAMPLE = { mutants: 30, patches: 15, conformance: 15 }
const SEED = 1

const attempts = plan()

/** Some of a list, none twice. */
function drawn<T>(list: readonly T[], count: number): T[] {
  const rest = [...list]
  let state = SEED
  return Array.from({ length: count }, () => {
    // The minimal standard generator of Park and Miller.
    state = (state * 48271) % 2147483647
    return rest.splice(state % rest.length, 1)
  }).flat()
}

it('50 seeded bugs and more are patches that apply once, in linear algebra, activations, costs, backpropagation and training', () => {
  const files = patches().map(({ patch }) => patch.file)
  expect(files.length).toBeGreaterThanOrEqual(50)
  expect([...new Set(files.map((file) => file.split('/')[1]))].sort()).toEqual(['activations', 'backprop', 'costs', 'linalg', 'trainer'])
})

it('every formula has mutants', () => {
  const mutated = new Set(attempts.map(({ file }) => file.replace(/^.*\/src\//, '')))
  expect([...mutated]).toEqual(expect.arrayContaining(['bp1.ts', 'bp2.ts', 'bp3.ts', 'bp4.ts', 'feedforward.ts', 'sigmoid.ts', 'quadratic.ts', 'sgd.ts', 'momentum.ts']))
})

it('at most 10 mutants are proven to compute the same, and each of them is one', () => {
  expect(equivalents.length).toBeLessThanOrEqual(MOST_EQUIVALENTS)
  const mutants = attempts.flatMap(({ group, mutant }) => (group === 'mutants' && mutant ? [mutant] : []))
  for (const entry of [...equivalents, ...unseen]) expect(mutants.filter((mutant) => speaksOf(entry, mutant)), entry.after).toHaveLength(1)
})

it('a sample of mutants, patches and mutants of plugins is killed, each by its test or suite', async () => {
  const groups = Object.entries(SAMPLE)
  const sample = groups.flatMap(([group, count]) => drawn(attempts.filter((attempt) => attempt.group === group && !excuseFor(attempt)), count))
  const survivors: string[] = []
  const blind = await verdictsOn(sample, ({ description }, { failure }) => {
    if (failure === undefined) survivors.push(description)
  })
  expect(sample).toHaveLength(60)
  expect(blind).toEqual([])
  expect(survivors).toEqual([])
})
