import { readFile } from 'node:fs/promises'
import { DataError } from '@nablajs/linalg'

/**
 * The bytes of a file.
 *
 * Shapes: none. Throws (by rejecting) `DataError` where the file cannot be read.
 */
export async function readBytes(path: string, what: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new DataError({ where: path, expected: 'a file that can be read', got, fix: `Give the path of ${what}.` })
  })
}
