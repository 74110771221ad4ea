import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { largeFiles, type Format } from './largeFiles.js'
import { BATCH } from './subject.js'

/** The most bytes that may be resident, whatever the size of the file. */
export const LIMIT = 300e6

/** What one epoch on a large file took. */
export interface Peak {
  /** Bytes on the disk, and samples in them. */
  readonly bytes: number
  readonly samples: number
  /** Whether as many steps were made as there are minibatches in the file. */
  readonly complete: boolean
  /** The most bytes that were resident. */
  readonly peak: number
  /** Of the processor. */
  readonly seconds: number
}

/** Writes a file of about so many bytes, and trains on it in a process of its own. `whole`, the control, reads it into memory first. */
export async function peak(format: Format, bytes: number, how: 'stream' | 'whole' = 'stream'): Promise<Peak> {
  const home = await mkdtemp(join(tmpdir(), 'check-memory-'))
  try {
    const program = join(home, 'program.mjs')
    const entry = fileURLToPath(new URL('./program.ts', import.meta.url))
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: program, conditions: ['@nablajs/source'], logLevel: 'error' })
    const { paths, ...files } = await largeFiles(home, format, bytes)
    const { stdout } = await promisify(execFile)(process.execPath, [program, how, format, ...paths])
    const { steps, ...figures } = JSON.parse(stdout) as { steps: number; peak: number; seconds: number }
    return { ...files, ...figures, complete: steps === Math.ceil(files.samples / BATCH) }
  } finally {
    await rm(home, { recursive: true })
  }
}
