import { valueOf, type Environment } from './environment.js'
import type { Installed } from './installed.js'
import type { Answer } from './program/tasks.js'
import { run } from './run.js'

/** Node as an environment: every task is a process of its own. */
export async function nodeEnvironment(binary: string, { folder, inNode }: Installed): Promise<Environment> {
  const version = (await run(binary, ['--version'], folder)).trim()
  const name = `Node ${version.replace(/^v(\d+).*$/, '$1')}`
  return {
    name,
    async run(task, { form = 'module', flags = [] } = {}) {
      return valueOf(name, task, JSON.parse(await run(binary, [...flags, inNode[form], task], folder)) as Answer)
    },
    close: () => Promise.resolve(),
  }
}
