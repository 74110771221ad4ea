import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const watch = fileURLToPath(new URL('./watch.ts', import.meta.url))

/** Runs of a workload at the most. */
const ATTEMPTS = 4

/**
 * How often the garbage collector ran during `steps` steps of a workload, after twice as many to warm up: the fewest of a few
 * runs, since which functions V8 has compiled by then differs from run to run, and one that it has not compiled boxes its
 * numbers. What the code itself allocates is there in every run. The young generation is kept at its smallest, 1 MiB, so that
 * ten bytes a step would be seen; and the collections that V8 runs by the clock, 8 s after the last one, are off.
 */
export async function collections(name: string, steps: number, control = false): Promise<number> {
  let fewest = Infinity
  for (let attempt = 0; attempt < ATTEMPTS && fewest > 0; attempt++) fewest = Math.min(fewest, await inOneRun(name, steps, control))
  return fewest
}

async function inOneRun(name: string, steps: number, control: boolean): Promise<number> {
  const args = ['--max-semi-space-size=1', '--no-memory-reducer', '--expose-gc', '--import', tsx, '--conditions=@nablajs/source', watch, name, String(steps)]
  const { stdout } = await promisify(execFile)(process.execPath, control ? [...args, 'control'] : args)
  return Number(stdout)
}
