import { FormatError } from '@nablajs/linalg'
import { bytesOf } from './bytesOf.js'
import { npyHeader, type NpyHeader } from './npyHeader.js'

/** What an NPY file holds: `data` with the last of `dims` running fastest, whatever the order in the file. */
export type Npy = { readonly dims: readonly number[] } & (
  | { readonly type: 'bool' | 'uint8'; readonly data: Uint8Array }
  | { readonly type: 'int8'; readonly data: Int8Array }
  | { readonly type: 'int16'; readonly data: Int16Array }
  | { readonly type: 'int32'; readonly data: Int32Array }
  | { readonly type: 'float32'; readonly data: Float32Array }
  | { readonly type: 'int64' | 'float64'; readonly data: Float64Array }
)

/** What to call the file in errors, and how large it may be. */
export interface ReadNpyOptions {
  /** `NPY file` unless said. */
  name?: string
  /** The most bytes that the file may say it has: 1 GiB (2^30) unless said. */
  limit?: number
}

const LIMIT = 2 ** 30

/**
 * Reads an NPY file, as `numpy.save` writes it. Row i of an array m × n is sample i, so its `data` are columns of samples. Bytes
 * are looked at in place where they lie so that the platform can, and copied otherwise; an array in Fortran's order is brought
 * into C's. Whole numbers of 64 bits become doubles.
 *
 * Shapes: data has Π dims numbers. Throws `FormatError` with the byte offset for another format, a file cut off or too long, a
 * dimension of 0, a type that is not read (named), and a whole number beyond ±(2⁵³ − 1). Source: NumPy's description of the
 * format, numpy.lib.format.
 */
export function readNpy(file: Uint8Array | ArrayBuffer, { name = 'NPY file', limit = LIMIT }: ReadNpyOptions = {}): Npy {
  const bytes = bytesOf('readNpy', file)
  const header = npyHeader(name, bytes, limit)
  const { dims, start, end } = header
  if (bytes.length !== end) {
    const offset = Math.min(bytes.length, end)
    throw new FormatError({
      offset,
      where: `${name}, byte ${offset}`,
      expected: `${end} bytes for ${dims.join(' × ')} numbers`,
      got: String(bytes.length),
      fix: 'Copy it again, or write it again with numpy.save.',
    })
  }
  return numbers(name, bytes.subarray(start), header)
}

function numbers(name: string, stored: Uint8Array, { type, dims, fortran, start, size }: NpyHeader): Npy {
  if (type === 'bool') requireBits(name, stored, start)
  const ordered = fortran && dims.length > 1 ? inOrderOfC(stored, dims, size) : stored
  // A view of larger elements begins at a multiple of their size.
  const bytes = ordered.byteOffset % size === 0 ? ordered : ordered.slice()
  const { buffer, byteOffset } = bytes
  const length = bytes.length / size
  switch (type) {
    case 'bool':
    case 'uint8':
      return { type, dims, data: bytes }
    case 'int8':
      return { type, dims, data: new Int8Array(buffer, byteOffset, length) }
    case 'int16':
      return { type, dims, data: new Int16Array(buffer, byteOffset, length) }
    case 'int32':
      return { type, dims, data: new Int32Array(buffer, byteOffset, length) }
    case 'int64':
      return { type, dims, data: doubles(name, new BigInt64Array(buffer, byteOffset, length), dims) }
    case 'float32':
      return { type, dims, data: new Float32Array(buffer, byteOffset, length) }
    case 'float64':
      return { type, dims, data: new Float64Array(buffer, byteOffset, length) }
  }
}

function requireBits(name: string, bytes: Uint8Array, start: number): void {
  const at = bytes.findIndex((bit) => bit > 1)
  if (at < 0) return
  throw new FormatError({
    offset: start + at,
    where: `${name}, byte ${start + at}`,
    expected: 'a bool, 0 or 1',
    got: String(bytes[at]),
    fix: 'Write it again with numpy.save.',
  })
}

function doubles(name: string, whole: BigInt64Array, dims: readonly number[]): Float64Array {
  const at = whole.findIndex((n) => !Number.isSafeInteger(Number(n)))
  if (at < 0) return Float64Array.from(whole, Number)
  throw new FormatError({
    where: `${name}, number ${at} of ${dims.join(' × ')}`,
    expected: 'whole numbers between ±(2⁵³ − 1)',
    got: String(whole[at]),
    fix: 'Save it as a.astype(float) if its last digits do not count.',
  })
}

/** The elements, of `size` bytes each, with the last dimension running fastest, from those with the first. */
function inOrderOfC(bytes: Uint8Array, dims: readonly number[], size: number): Uint8Array {
  const strides = dims.map((_, d) => dims.slice(0, d).reduce((product, n) => product * n, size))
  const index = new Float64Array(dims.length)
  const ordered = new Uint8Array(bytes.length)
  let from = 0
  for (let to = 0; to < bytes.length; to += size) {
    for (let k = 0; k < size; k++) ordered[to + k] = bytes[from + k] ?? 0
    for (let d = dims.length - 1; d >= 0; d--) {
      const [n = 1, stride = 0, at = 0] = [dims[d], strides[d], index[d]]
      if (at + 1 < n) {
        index[d] = at + 1
        from += stride
        break
      }
      index[d] = 0
      from -= at * stride
    }
  }
  return ordered
}
