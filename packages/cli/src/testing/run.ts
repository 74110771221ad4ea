import { wasm } from '@nablajs/backend-wasm'
import { main } from '../main.js'
import { memoryIo } from './memoryIo.js'

/** What a command left behind. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs the command line as a shell would.
 *
 * Shapes: none.
 */
export async function run(words: readonly string[], { stdin = '', cwd = process.cwd() }: { stdin?: string; cwd?: string } = {}): Promise<Ran> {
  const { io, stdout, stderr } = memoryIo(stdin, cwd)
  const code = await main(words, { io, pickBackend: () => wasm(), onSignal: () => () => undefined })
  await new Promise((resolve) => setImmediate(resolve))
  return { code, stdout: stdout(), stderr: stderr() }
}
