import { FormatError } from '@nablajs/linalg'
import { bytesOf } from './bytesOf.js'
import { crc32 } from './crc32.js'
import { quoted } from './quoted.js'
import { readNpy, type Npy, type ReadNpyOptions } from './readNpy.js'
import { unpack } from './unpack.js'
import { zipEntries, type ZipEntry } from './zipEntries.js'

const LIMIT = 2 ** 30
const SUFFIX = '.npy'

/**
 * Reads the arrays of an NPZ file, as `numpy.savez` and `numpy.savez_compressed` write it, by their names. `limit` holds for all of
 * them together.
 *
 * Shapes: of each array as `readNpy`. Throws (by rejecting) `FormatError` with the byte offset for a file that is no ZIP file or is
 * damaged (each checksum is compared), for an entry that is no array, and what `readNpy` throws.
 */
export async function readNpz(
  file: Uint8Array | ArrayBuffer,
  { name = 'NPZ file', limit = LIMIT }: ReadNpyOptions = {},
): Promise<Map<string, Npy>> {
  const arrays = new Map<string, Npy>()
  for (const entry of zipEntries(name, bytesOf('readNpz', file), limit)) {
    const where = `${name}, ${quoted(entry.name)}`
    if (!entry.name.endsWith(SUFFIX)) {
      throw new FormatError({ where, expected: 'arrays alone, NAME.npy', got: 'another file', fix: 'Write it with numpy.savez.' })
    }
    arrays.set(entry.name.slice(0, -SUFFIX.length), readNpy(await bytesIn(where, entry), { name: where, limit }))
  }
  return arrays
}

async function bytesIn(where: string, { packed, deflated, size, crc }: ZipEntry): Promise<Uint8Array> {
  const bytes = deflated ? await unpack(where, packed, () => size, 'deflate-raw') : packed
  if (bytes.length === size && crc32(bytes) === crc) return bytes
  throw new FormatError({
    where,
    expected: `${size} bytes with the checksum ${crc.toString(16)}`,
    got: bytes.length === size ? `the checksum ${crc32(bytes).toString(16)}` : `${bytes.length > size ? 'more' : bytes.length} bytes`,
    fix: 'Copy it again: it is damaged.',
  })
}
