// pnpm check crash [--flips 100000] [--seed 1]: checkpoints under failing calls, loss of power, damage, and on full, read-only and
// vanished disks.
import { parseArgs } from 'node:util'
import { flips, flipsOfLarge, truncations, type Damage } from './damage.js'
import { smallDisk, vanishedFolder } from './disks.js'
import { failingCalls } from './failingCalls.js'
import { powerLoss, RUNS, type PowerLoss } from './powerLoss.js'

const { values } = parseArgs({
  options: { flips: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
let failed = 0

function report(held: boolean, text: string): void {
  if (!held) failed++
  console.log(`${held ? 'ok  ' : 'FAIL'} ${text}`)
}

const failing = await failingCalls()
for (const problem of failing.problems) console.log(problem)
report(failing.problems.length === 0, `failing calls: ${failing.tried} failures of ${failing.calls} calls, ${failing.problems.length} problems`)

const lineOf = ({ states, different, torn, lost, wrong }: PowerLoss) =>
  `${states} states, ${different} different: ${torn} torn, ${lost} acknowledged lost, ${wrong} wrong`
const power = await powerLoss()
report(power.states >= 10_000 && power.torn + power.lost + power.wrong === 0, `power loss: ${lineOf(power)}`)
for (const without of ['file', 'folder'] as const) {
  const control = await powerLoss(RUNS, without)
  report(control.lost > 0 && control.wrong === 0, `control, no sync of the ${without}: ${lineOf(control)}; must lose`)
}

const damages: [string, Damage][] = [
  ['truncations', truncations()],
  ['changed bits of a small file', flips()],
  [`changed bits of a large file, seed ${values.seed}`, flipsOfLarge(Number(values.flips), Number(values.seed))],
]
for (const [what, { tried, unnoticed }] of damages) report(unnoticed === 0, `${what}: ${tried}, ${unnoticed} unnoticed`)

const disk = await smallDisk()
if (disk === undefined) console.log('NOT RUN: full and read-only disks need a user who may mount (root)')
for (const { what, held } of [...(disk ?? []), ...(await vanishedFolder())]) report(held, what)
console.log(`crash: ${failed === 0 ? 'all held' : `${failed} FAILED`}${disk === undefined ? ', without the disks' : ''}`)
process.exitCode = failed === 0 ? 0 : 1
