// pnpm check kill [--kills 1000] [--seed 1]: trainings that are killed at random instants and resumed end with the bits of one that never stopped.
import { parseArgs } from 'node:util'
import { isSpread, kill } from './kill.js'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } })
const started = performance.now()
const found = await kill(Number(values.kills), Number(values.seed))
for (const failure of found.failures) console.log(failure)
for (const [phase, count] of Object.entries(found.phases)) console.log(`${phase.padEnd(10)} ${count} kills, ${((100 * count) / found.kills).toFixed(1)} %`)
console.log(`control, which goes on without what the optimizer remembers: ${found.controlDiffers ? 'differs, as it must' : 'NOT NOTICED'}`)
const passed = found.controlDiffers && found.differing === 0 && found.failures.length === 0 && isSpread(found)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(
  `kill: ${found.kills} kills of ${found.runs} trainings, seed ${values.seed}: ${found.differing} differ, ${found.failures.length} failed, ${seconds} s: ${passed ? 'ok' : 'FAILED'}`,
)
process.exitCode = passed ? 0 : 1
