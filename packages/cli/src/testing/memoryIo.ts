import { PassThrough, Readable } from 'node:stream'
import type { Io } from '../io.js'

/**
 * A world of its own for a test: text in, text out.
 *
 * Shapes: none.
 */
export function memoryIo(stdin = '', cwd: string = process.cwd()): { io: Io; stdout(): string; stderr(): string } {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => new PassThrough().on('data', (chunk: Buffer) => (written[name] += chunk.toString()))
  const io: Io = { stdin: Readable.from([stdin]), stdout: stream('stdout'), stderr: stream('stderr'), cwd }
  return { io, stdout: () => written.stdout, stderr: () => written.stderr }
}
