import { FormatError } from '@nablajs/linalg'
import { bytesOf } from './bytesOf.js'
import { idxHeader, type IdxHeader } from './idxHeader.js'
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

const LIMIT = 2 ** 30

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
  const bytes = isGzip(packed) ? await unpack(name, packed, (head) => idxHeader(name, head, limit, true)?.end) : packed
  const header = idxHeader(name, bytes, limit, false)
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

function numbers(bytes: Uint8Array, { type, dims }: IdxHeader): Idx {
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
