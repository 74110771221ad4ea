import { bytesOf } from './bytesOf.js'
import { FormatError } from './formatError.js'
import { isGzip, unpack } from './unpack.js'

/** What an IDX file holds: `data` in the order of the file, the last of `dims` running fastest. */
export type Idx = { readonly dims: readonly number[] } & (
  | { readonly type: 'uint8'; readonly data: Uint8Array }
  | { readonly type: 'int8'; readonly data: Int8Array }
  | { readonly type: 'int16'; readonly data: Int16Array }
  | { readonly type: 'int32'; readonly data: Int32Array }
  | { readonly type: 'float32'; readonly data: Float32Array }
  | { readonly type: 'float64'; readonly data: Float64Array }
)

/** What to call the file in errors, and how large it may be. */
export interface ReadIdxOptions {
  /** `IDX file` unless said. */
  name?: string
  /** The most bytes that the unpacked file may say it has: 1 GiB (2^30) unless said. */
  limit?: number
}

const TYPES: Readonly<Partial<Record<number, readonly [Idx['type'], number]>>> = {
  0x08: ['uint8', 1],
  0x09: ['int8', 1],
  0x0b: ['int16', 2],
  0x0c: ['int32', 4],
  0x0d: ['float32', 4],
  0x0e: ['float64', 8],
}

const LIMIT = 2 ** 30

interface Header {
  readonly type: Idx['type']
  readonly dims: readonly number[]
  /** Where the numbers begin. */
  readonly start: number
  /** The bytes of the whole file. */
  readonly end: number
}

/**
 * Reads an IDX file, plain or gzip: two zero bytes, the element type, the number of dimensions, each dimension as 32 bits,
 * then the numbers, all big-endian. The dimensions are checked against the length before memory is taken, and a gzip file
 * is unpacked only as far as its header says. Bytes are looked at in place, not copied, where the file is plain.
 *
 * Shapes: data has Π dims numbers. Throws (by rejecting) `FormatError` with the byte offset for another format, a file cut
 * off or too long, a dimension of 0. Source: the format's description at the foot of the MNIST page of LeCun, Cortes and
 * Burges.
 */
export async function readIdx(
  file: Uint8Array | ArrayBuffer,
  { name = 'IDX file', limit = LIMIT }: ReadIdxOptions = {},
): Promise<Idx> {
  const packed = bytesOf('readIdx', file)
  const bytes = isGzip(packed) ? await unpack(name, packed, (head) => headerOf(name, head, limit, true)?.end) : packed
  const header = headerOf(name, bytes, limit, false)
  if (header === undefined) throw cut(name, bytes, 'a header of at least 8 bytes')
  const { dims, start, end } = header
  if (bytes.length < end) throw cut(name, bytes, `${end} bytes for ${dims.join(' × ')} numbers`)
  if (bytes.length > end) {
    const got = isGzip(packed) ? 'more' : String(bytes.length)
    throw new FormatError({
      offset: end,
      where: `${name}, byte ${end}`,
      expected: `the end: ${end} bytes for ${dims.join(' × ')} numbers`,
      got,
      fix: 'Download it again, or correct the dimensions in its header.',
    })
  }
  return numbers(bytes.subarray(start), header)
}

/** Reads the header; undefined where bytes end within it. */
function headerOf(name: string, bytes: Uint8Array, limit: number, wasGzip: boolean): Header | undefined {
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

function numbers(bytes: Uint8Array, { type, dims }: Header): Idx {
  const { buffer, byteOffset, length } = bytes
  const view = new DataView(buffer, byteOffset, length)
  switch (type) {
    case 'uint8':
      return { type, dims, data: bytes }
    case 'int8':
      return { type, dims, data: new Int8Array(buffer, byteOffset, length) }
    case 'int16':
      return { type, dims, data: Int16Array.from({ length: length / 2 }, (_, i) => view.getInt16(2 * i)) }
    case 'int32':
      return { type, dims, data: Int32Array.from({ length: length / 4 }, (_, i) => view.getInt32(4 * i)) }
    case 'float32':
      return { type, dims, data: Float32Array.from({ length: length / 4 }, (_, i) => view.getFloat32(4 * i)) }
    case 'float64':
      return { type, dims, data: Float64Array.from({ length: length / 8 }, (_, i) => view.getFloat64(8 * i)) }
  }
}

function cut(name: string, bytes: Uint8Array, expected: string): FormatError {
  return new FormatError({
    offset: bytes.length,
    where: `${name}, byte ${bytes.length}`,
    expected,
    got: `the end after ${bytes.length}`,
    fix: 'Download it again: it was cut off.',
  })
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
