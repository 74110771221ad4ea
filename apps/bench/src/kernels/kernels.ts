import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeData } from '../data/writeData.js'
import { chosenCompetitors } from '../measure/chosen.js'
import { work } from '../measure/prepare.js'
import type { Options } from '../options.js'
import { describe, machine } from '../report/machine.js'
import { workloads } from '../workloads.js'
import { benchEmptyStep } from './emptyStep.js'
import { benchFootprint } from './footprint.js'
import { benchGemm } from './gemm.js'
import { benchPlugins } from './plugins.js'

/** A third of a round is enough for one product, again and again. */
const SHARE = 1 / 3

/** Products by shape against their limits, the cost of an empty step, plugins, memory, imports and bytes; kernels.json at the end. */
export async function benchKernels({ peers, repeats, seconds, out }: Options): Promise<void> {
  const here = machine()
  const list = await chosenCompetitors(peers)
  const folder = join(work, 'data')
  await writeData(folder, workloads)
  const rounds = { folder, repeats, seconds: seconds * SHARE }
  console.log(`${describe(here)}\n`)
  const gemm = await benchGemm(list, rounds)
  console.log()
  const emptyStep = await benchEmptyStep(list, rounds)
  console.log()
  const plugins = await benchPlugins(list, rounds)
  console.log()
  const footprint = await benchFootprint(list, rounds)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'kernels.json'), `${JSON.stringify({ machine: here, gemm, emptyStep, plugins, footprint }, null, 1)}\n`)
}
