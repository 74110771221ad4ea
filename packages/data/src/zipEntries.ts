import { FormatError } from '@nablajs/linalg'
import { quoted } from './quoted.js'

/** A file within a ZIP file, as the directory at its end describes it. */
export interface ZipEntry {
  readonly name: string
  /** The bytes as they lie in the file. */
  readonly packed: Uint8Array
  readonly deflated: boolean
  /** How many bytes it has unpacked, as it says. */
  readonly size: number
  readonly crc: number
}

const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const [END_SIZE, CENTRAL_SIZE, LOCAL_SIZE] = [22, 46, 30]
/** The comment behind the end is at most this long. */
const LONGEST_COMMENT = 0xffff
const [STORED, DEFLATED] = [0, 8]
/** Deflate makes at most 1,032 bytes of one. */
const MOST_UNPACKED = 1032
const ENCRYPTED = 1

/**
 * Lists what a ZIP file holds, by its directory, without unpacking any of it. Sizes are checked against the file before they are
 * believed: parts that overlap, or say that they hold more than deflate can make of them, are refused.
 *
 * Shapes: none; bytes in, a list out. Throws `FormatError` with the byte offset for a file that is damaged, encrypted, in several
 * parts, beyond 4 GiB (ZIP64) or packed by another method than deflate; for two entries of one name; and where all together
 * are larger than `limit`. Source: PKWARE's APPNOTE 6.3.
 */
export function zipEntries(file: string, bytes: Uint8Array, limit: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(file, view)
  const count = view.getUint16(end + 10, true)
  const [length, begin] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
  if (view.getUint16(end + 8, true) !== count || begin + length !== end) {
    throw refusal(file, end, 'a directory of one part right before its end', `${length} bytes at ${begin}`, 'It is cut, or larger than 4 GiB.')
  }
  const entries = new Map<string, ZipEntry>()
  let [at, packed, size] = [begin, 0, 0]
  for (let k = 0; k < count; k++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) {
      throw refusal(file, at, `entry ${k} of ${count}`, 'something else', 'Copy it again: it is damaged.')
    }
    const entry = entryAt(file, bytes, view, at, begin)
    if (entries.has(entry.name)) throw refusal(file, at, 'a name for each entry', `${quoted(entry.name)} twice`, 'Rename one.')
    packed += entry.packed.length
    size += entry.size
    if (packed > begin) throw refusal(file, at, 'entries that do not overlap', 'some that do', 'Copy it again: it is damaged.')
    if (size > limit) {
      throw refusal(file, at, `at most ${limit} bytes unpacked`, `${size} or more`, 'Give { limit } if it is meant to be so large.')
    }
    entries.set(entry.name, entry)
    at += CENTRAL_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (at !== end) throw refusal(file, at, 'the end of the directory', 'more', 'Copy it again: it is damaged.')
  return [...entries.values()]
}

function endOf(file: string, view: DataView): number {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at
  }
  throw refusal(file, 0, 'a whole ZIP file', 'one without its directory', 'Copy it again: it was cut off, or is none.')
}

function entryAt(file: string, bytes: Uint8Array, view: DataView, at: number, begin: number): ZipEntry {
  const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + view.getUint16(at + 28, true)))
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
  const [crc, length, size] = [view.getUint32(at + 16, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
  const local = view.getUint32(at + 42, true)
  if (flags & ENCRYPTED) throw refusal(file, at, 'entries that are not encrypted', quoted(name), 'Write it without a password.')
  if (method !== STORED && method !== DEFLATED) {
    throw refusal(file, at, `${quoted(name)} stored or deflated`, `method ${method}`, 'Write it with numpy.savez.')
  }
  const damaged = (got: string) => refusal(file, at, `${quoted(name)} within the file`, got, 'Copy it again: it is damaged.')
  if (local + LOCAL_SIZE > begin || view.getUint32(local, true) !== LOCAL) throw damaged(`nothing at byte ${local}`)
  const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + length > begin) throw damaged(`${length} bytes at ${start}`)
  if (method === STORED ? size !== length : size > MOST_UNPACKED * length) throw damaged(`${size} bytes from ${length}`)
  return { name, packed: bytes.subarray(start, start + length), deflated: method === DEFLATED, size, crc }
}

function refusal(file: string, offset: number, expected: string, got: string, fix: string): FormatError {
  return new FormatError({ offset, where: `${file}, byte ${offset}`, expected, got, fix })
}
