import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { DataError, FormatError } from '@nablajs/linalg'
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
  const file = await open(path).catch((cause: unknown) => Promise.reject(unreadable(path, cause)))
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    const stored = file.createReadStream({ start: 0, autoClose: false })
    yield* isGzip(buffer) ? unpackedFrom(stored) : stored
  } catch (cause) {
    throw isOfGzip(cause) ? damaged(path, cause) : unreadable(path, cause)
  } finally {
    await file.close()
  }
}

async function* unpackedFrom(stored: Readable): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip()
  // A failure on either side reaches the loop below; the pipeline's own promise says the same once more.
  pipeline(stored, unpacked).catch(() => undefined)
  try {
    yield* unpacked
  } finally {
    stored.destroy()
  }
}

function isOfGzip(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')
}

function damaged(path: string, cause: unknown): FormatError {
  const got = `one that ends early or is damaged (${messageOf(cause)})`
  return new FormatError({ where: path, expected: 'a whole gzip file', got, fix: 'Download it again, and compare its size or checksum.' })
}

function unreadable(path: string, cause: unknown): DataError {
  return new DataError({ where: path, expected: 'a file that can be read', got: messageOf(cause), fix: 'Give the path of a file.' })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
