import { FormatError } from '@nablajs/linalg'
import { isGzip } from './unpack.js'

/** The element types of IDX files. */
export type IdxType = 'uint8' | 'int8' | 'int16' | 'int32' | 'float32' | 'float64'

/** What stands in front of the numbers of an IDX file. */
export interface IdxHeader {
  readonly type: IdxType
  readonly dims: readonly number[]
  /** Where the numbers begin. */
  readonly start: number
  /** The bytes of the whole file. */
  readonly end: number
}

const TYPES: Readonly<Partial<Record<number, readonly [IdxType, number]>>> = {
  0x08: ['uint8', 1],
  0x09: ['int8', 1],
  0x0b: ['int16', 2],
  0x0c: ['int32', 4],
  0x0d: ['float32', 4],
  0x0e: ['float64', 8],
}

/**
 * Reads the header of an IDX file; undefined where bytes end within it. The length that it gives is checked against `limit`.
 *
 * Shapes: dims: 1 … 255 dimensions, none of them 0. Throws `FormatError` with the byte offset for another format.
 */
export function idxHeader(name: string, bytes: Uint8Array, limit: number, wasGzip: boolean): IdxHeader | undefined {
  if (bytes.length < 4) return undefined
  const [zero = 0, zeroToo = 0, code = 0, count = 0] = bytes
  const [type, size] = TYPES[code] ?? []
  if (zero !== 0 || zeroToo !== 0) throw notIdx(name, bytes, 0, wasGzip)
  if (type === undefined || size === undefined) throw notIdx(name, bytes, 2, wasGzip)
  if (count === 0) throw notIdx(name, bytes, 3, wasGzip)
  const start = 4 + 4 * count
  if (bytes.length < start) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, start)
  const dims = Array.from({ length: count }, (_, d) => view.getUint32(4 + 4 * d))
  const empty = dims.indexOf(0)
  if (empty >= 0) {
    throw new FormatError({
      offset: 4 + 4 * empty,
      where: `${name}, byte ${4 + 4 * empty}`,
      expected: `dimension ${empty} of at least 1`,
      got: `0 (${dims.join(' × ')})`,
      fix: 'Look at how the file was made: an empty set cannot be trained or tested on.',
    })
  }
  // A product past 2^53 is rounded, and past the largest double ∞: above every limit, so it is refused, never wrapped.
  const end = start + dims.reduce((product, n) => product * n, size)
  if (!(end <= limit)) {
    throw new FormatError({
      offset: 4,
      where: `${name}, byte 4`,
      expected: `at most ${limit} bytes`,
      got: `${dims.join(' × ')} numbers, ${end} bytes`,
      fix: 'Download it again if it should be smaller; give { limit } if it is meant to be so large.',
    })
  }
  return { type, dims, start, end }
}

function notIdx(name: string, bytes: Uint8Array, offset: number, wasGzip: boolean): FormatError {
  const first = Array.from(bytes.subarray(0, 4), (x) => x.toString(16).padStart(2, '0')).join(' ')
  const expected = 'an IDX file, which begins 00 00, a type 08 … 0e, a count of dimensions'
  const details = { offset, where: `${name}, byte ${offset}`, expected }
  if (wasGzip && isGzip(bytes)) {
    return new FormatError({ ...details, got: 'gzip within gzip', fix: 'Unpack it once, for example with gunzip.' })
  }
  if (/^\s*</.test(String.fromCharCode(...bytes.subarray(0, 16)))) {
    const fix = 'Download it again: the server sent a page in its place.'
    return new FormatError({ ...details, got: `a web page (${first} …)`, fix })
  }
  return new FormatError({ ...details, got: `${first} …`, fix: 'Give one of the files of MNIST, or another in its format.' })
}
