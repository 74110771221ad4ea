// pnpm check kill [--kills 1000] [--seed 1]: trainings that are killed at random instants and resumed end with the bits of one that never stopped.
import { parseArgs } from 'node:util'
import { kill, passes } from './kill.js'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } })
const started = performance.now()
const found = await kill(Number(values.kills), Number(values.seed))
for (const failure of found.failures) console.log(failure)
for (const [phase, count] of Object.entries(found.phases)) console.log(`${phase.padEnd(10)} ${count} kills, ${((100 * count) / found.kills).toFixed(1)} %`)
for (const optimizer of found.unlikeThreads) console.log(`${optimizer}: other bits on two threads than on one`)
for (const [name, differs] of Object.entries(found.controls)) {
  console.log(`control, which goes on without what the optimizer remembers, ${name}: ${differs ? 'differs, as it must' : 'NOT NOTICED'}`)
}
const each = Object.entries(found.combinations).map(([name, count]) => `${name}: ${count}`)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(
  `kill: ${found.kills} kills of ${found.runs} trainings, seed ${values.seed} (${each.join('; ')}): ${found.differing} differ, ${found.failures.length} failed, ${seconds} s: ${passes(found) ? 'ok' : 'FAILED'}`,
)
process.exitCode = passes(found) ? 0 : 1
