import { PassThrough, Readable } from 'node:stream'
import { wasm } from '@nablajs/backend-wasm'
import { main } from '@nablajs/cli'
import type { Ran } from './badInput.js'

/** Runs a command line in a folder, as a shell would. */
export async function runNabla(words: readonly string[], cwd: string, stdin: string): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => new PassThrough().on('data', (chunk: Buffer) => (written[name] += chunk.toString()))
  const io = { stdin: Readable.from([stdin]), stdout: stream('stdout'), stderr: stream('stderr'), cwd }
  const exitCode = await main(words, { io, pickBackend: () => wasm(), onSignal: () => () => undefined })
  await new Promise((resolve) => setImmediate(resolve))
  return { exitCode, ...written }
}
