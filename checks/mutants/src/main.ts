// pnpm check mutants [--only TEXT]: every mutant, seeded bug and plugin mutant; exits 1 when one survives without a proof.
import { parseArgs } from 'node:util'
import { equivalents, MOST_EQUIVALENTS } from './equivalent.js'
import { excuseFor, spentExcuses } from './excuse.js'
import { plan, type Attempt } from './plan.js'
import { Tally } from './tally.js'
import { verdictsOn } from './verdicts.js'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const started = performance.now()
const attempts = plan().filter(({ file, description }) => file.includes(values.only) || description.includes(values.only))
const tally = new Tally()
const survivors: Attempt[] = []
let done = 0
const blind = await verdictsOn(attempts, (attempt, verdict) => {
  tally.add(attempt, verdict)
  if (verdict.failure === undefined) survivors.push(attempt)
  done++
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${attempts.length}, ${survivors.length} survived `)
})

const unproven = survivors.filter((attempt) => !excuseFor(attempt))
const spent = spentExcuses(survivors).filter(({ file }) => file.includes(values.only))
for (const test of blind) console.log(`CANNOT TELL ${test}`)
console.log(tally.table())
for (const { group, description } of unproven) console.log(`SURVIVED (${group}) ${description}`)
for (const { file, before, after } of spent) console.log(`NO LONGER A SURVIVOR ${file}\n    - ${before}\n    + ${after}`)
if (equivalents.length > MOST_EQUIVALENTS) console.log(`${equivalents.length} proofs of equivalence, and at most ${MOST_EQUIVALENTS} may be`)
console.log(`${tally.summary()}, ${survivors.length - unproven.length} of these proven, in ${((performance.now() - started) / 1000).toFixed(0)} s`)
process.exitCode = blind.length + unproven.length + spent.length === 0 && equivalents.length <= MOST_EQUIVALENTS && attempts.length > 0 ? 0 : 1
