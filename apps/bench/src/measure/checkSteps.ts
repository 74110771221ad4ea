import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings, readTask, wordsOf } from '../child/readTask.js'
import { writeData } from '../data/writeData.js'
import type { Options } from '../options.js'
import { workloads } from '../workloads.js'
import { chosenCompetitors } from './chosen.js'
import { work } from './prepare.js'
import { Process } from './process.js'
import { stepInFloat64 } from './stepInFloat64.js'

/** Parameters are about 1, float32 has 7 digits, and sums are of up to 784 products: a wrong step is off by far more. */
const TOLERANCE = 1e-4
/** Large enough that a step moves parameters by far more than the tolerance. */
const ETA = { sigmoid: 3, tanh: 0.3 }

/** Lets each competitor take one step from the same parameters and compares with plain loops in float64. Sets the exit code. */
export async function checkSteps({ workloads: wanted, peers }: Options): Promise<void> {
  const list = await chosenCompetitors(peers)
  const chosen = workloads.filter(({ id, kind }) => kind === 'train' && (wanted.length === 0 || wanted.includes(id)))
  const data = join(work, 'data')
  await writeData(data, chosen)
  let wrong = 0
  for (const workload of chosen) {
    const words = [...wordsOf({ ...workload, eta: ETA[workload.activation] }), `data=${data}`, 'seconds=0.1']
    const right = stepInFloat64(readTask(readSettings(words)))
    for (const competitor of list) {
      const file = join(work, 'checked.f32')
      const child = new Process(competitor, [...words, `check=${file}`])
      const { word, rest } = competitor.missing === undefined ? await child.next(60) : { word: 'cannot', rest: competitor.missing }
      child.kill()
      const say = (text: string) => console.log(`${workload.id.padEnd(4)}${competitor.id.padEnd(18)}${text}`)
      if (word !== 'ready') say(`cannot: ${rest}`)
      else if (!rest.includes('"checked":true') && !rest.includes('"checked": true')) say('does not start from our parameters')
      else {
        const after = new Float32Array(new Uint8Array(readFileSync(file)).buffer)
        const worst = right.reduce((most, value, i) => Math.max(most, Math.abs(value - after[i]) || Number(Number.isNaN(after[i]))), 0)
        const ok = after.length === right.length && worst <= TOLERANCE
        if (!ok) wrong++
        say(`${ok ? 'ok  ' : 'FAIL'} largest difference ${worst.toExponential(1)}`)
      }
    }
  }
  console.log(wrong === 0 ? 'all agree' : `${wrong} do not agree`)
  process.exitCode = wrong === 0 ? 0 : 1
}
