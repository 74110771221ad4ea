// pnpm check inputs [--write]: gives everything that is often given by mistake, and holds docs/bad-inputs.md to what is said.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answersTo } from './answersTo.js'
import { inputs } from './inputs/index.js'
import { page } from './page.js'
import { root } from './root.js'

const path = join(root, 'docs', 'bad-inputs.md')
const answered = await answersTo(inputs)
const problems = answered.flatMap(({ problem }) => problem ?? [])
const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
const now = page(answered, before)
if (process.argv.includes('--write')) writeFileSync(path, now)
else if (now !== before) problems.push('docs/bad-inputs.md is out of date; run: pnpm check inputs --write')

for (const problem of problems) console.error(problem)
for (const { input, answer, problem } of answered) if (!answer && problem === undefined) console.warn(`NOT RUN: ${input.number}, ${input.given}: this machine has not what it needs`)
const refused = answered.filter(({ answer }) => answer?.refusedBy !== undefined).length
const decided = answered.filter(({ answer }) => answer && answer.refusedBy === undefined).length
console.log(`inputs: ${new Set(inputs.map(({ number }) => number)).size} mistakes in ${inputs.length} ways, ${refused} refused, ${decided} decided, ${inputs.length - refused - decided} not run; ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
