import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const watch = fileURLToPath(new URL('./watch.ts', import.meta.url))

/**
 * How often the garbage collector ran during `steps` steps of a workload, after as many to warm up. The young generation is
 * kept at its smallest, 1 MiB, so that ten bytes a step would be seen.
 */
export async function collections(name: string, steps: number, control = false): Promise<number> {
  const args = ['--max-semi-space-size=1', '--expose-gc', '--import', tsx, '--conditions=@nablajs/source', watch, name, String(steps)]
  const { stdout } = await promisify(execFile)(process.execPath, control ? [...args, 'control'] : args)
  return Number(stdout)
}
