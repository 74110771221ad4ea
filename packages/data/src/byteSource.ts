import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { DataError } from '@nablajs/linalg'
import { FormatError } from './formatError.js'
import { isGzip } from './unpack.js'

/** Where bytes come from: a path, plain or gzip, or what `open` gives, anew each time that it is called; `name` is for errors. */
export type ByteSource = string | { readonly name: string; readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/**
 * One source or several, as a list.
 *
 * Shapes: none.
 */
export function sourcesOf(sources: ByteSource | readonly ByteSource[]): readonly ByteSource[] {
  return typeof sources === 'string' || 'open' in sources ? [sources] : sources
}

/**
 * What to call a source in errors.
 *
 * Shapes: none.
 */
export function nameOf(source: ByteSource): string {
  return typeof source === 'string' ? source : source.name
}

/**
 * The bytes of a source, piece by piece; a file is closed when the loop over it ends, however it ends.
 *
 * Shapes: pieces of any length. Throws (by rejecting) `DataError` for a file that cannot be read, `FormatError` for damaged gzip.
 */
export async function* bytesFrom(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') yield* bytesOfFile(source)
  else yield* source.open()
}

async function* bytesOfFile(path: string): AsyncGenerator<Uint8Array> {
  const unreadable = (cause: unknown) => {
    const got = cause instanceof Error ? cause.message : String(cause)
    return new DataError({ where: path, expected: 'a file that can be read', got, fix: 'Give the path of a file.' })
  }
  const file = await open(path).catch((cause: unknown) => Promise.reject(unreadable(cause)))
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0).catch((cause: unknown) => Promise.reject(unreadable(cause)))
    const stored = file.createReadStream({ start: 0, autoClose: false })
    if (!isGzip(buffer)) {
      yield* stored
      return
    }
    const unpacked = createGunzip()
    // A failure on either side reaches the loop below; the pipeline's own promise says the same once more.
    pipeline(stored, unpacked).catch(() => undefined)
    try {
      yield* unpacked
    } catch (cause) {
      const got = `one that ends early or is damaged (${cause instanceof Error ? cause.message : String(cause)})`
      throw new FormatError({ where: path, expected: 'a whole gzip file', got, fix: 'Download it again, and compare its size or checksum.' })
    } finally {
      stored.destroy()
    }
  } finally {
    await file.close()
  }
}
