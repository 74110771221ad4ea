import { FormatError } from '@nablajs/linalg'
import { quoted } from './quoted.js'

/** The element types that are read. `int64` becomes float64 in memory, `bool` bytes of 0 and 1. */
export type NpyType = 'bool' | 'uint8' | 'int8' | 'int16' | 'int32' | 'int64' | 'float32' | 'float64'

/** What stands in front of the numbers of an NPY file. */
export interface NpyHeader {
  readonly type: NpyType
  /** The bytes of an element. */
  readonly size: number
  readonly dims: readonly number[]
  /** Whether the first of `dims` runs fastest. */
  readonly fortran: boolean
  /** Where the numbers begin. */
  readonly start: number
  /** The bytes of the whole file. */
  readonly end: number
}

const TYPES: Readonly<Partial<Record<string, readonly [NpyType, number]>>> = {
  b1: ['bool', 1],
  u1: ['uint8', 1],
  i1: ['int8', 1],
  i2: ['int16', 2],
  i4: ['int32', 4],
  i8: ['int64', 8],
  f4: ['float32', 4],
  f8: ['float64', 8],
}

const MAGIC = '\x93NUMPY'
/** NumPy itself reads no longer one unless told to. */
const LONGEST_HEADER = 10000
/** One entry of the header; what follows its comma or stands before the closing brace is the next one's. */
const ENTRY = /\s*'(descr|fortran_order|shape)'\s*:\s*(?:'([^']*)'|(True|False)|\(([\d,\sL]*)\))\s*(?:,|(?=\}))/y
const DIMENSION = /^\d{1,16}L?$/

/**
 * Reads the header of an NPY file, versions 1 to 3, by a strict grammar: the three entries that NumPy writes, each once, in any
 * order. The length that it gives is checked against `limit` before anything is allocated.
 *
 * Shapes: dims: any number of dimensions, none of them 0. Throws `FormatError` with the byte offset, naming what is refused:
 * big-endian numbers, Python objects, records, other types.
 */
export function npyHeader(name: string, bytes: Uint8Array, limit: number): NpyHeader {
  const fail = refusal(name)
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC) throw fail(0, 'an NPY file, which begins \\x93NUMPY', quoted(magic), 'Write it with numpy.save.')
  const version = bytes[6] ?? 0
  if (version < 1 || version > 3) throw fail(6, 'version 1, 2 or 3', String(version), 'Write it with numpy.save.')
  const begin = version === 1 ? 10 : 12
  if (bytes.length < begin) throw fail(bytes.length, 'a header', 'the end', 'Copy it again: it was cut off.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, begin)
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  if (length > LONGEST_HEADER) {
    throw fail(8, `a header of at most ${LONGEST_HEADER} bytes`, String(length), 'Save the array without names of fields.')
  }
  const start = begin + length
  if (bytes.length < start) throw fail(bytes.length, `a header of ${length} bytes`, 'the end', 'Copy it again: it was cut off.')
  const text = new TextDecoder().decode(bytes.subarray(begin, start))
  const { descr, order, shape } = entries(text)
  if (descr === undefined || order === undefined || shape === undefined) throw notAHeader(fail, begin, text)
  const [type, size] = typeOf(fail, begin, descr)
  const dims = dimsOf(shape)
  if (dims === undefined || dims.includes(0)) {
    throw fail(begin, 'dimensions of at least 1', quoted(`(${shape})`), 'Look at how the file was made.')
  }
  // A product past 2^53 is rounded, and past the largest double ∞: above every limit, so it is refused, never wrapped.
  const end = start + dims.reduce((product, n) => product * n, size)
  if (!(end <= limit)) {
    const fix = 'Give { limit } if it is meant to be so large.'
    throw fail(begin, `at most ${limit} bytes`, `${dims.join(' × ')} numbers, ${end} bytes`, fix)
  }
  return { type, size, dims, fortran: order === 'True', start, end }
}

type Refuse = (offset: number, expected: string, got: string, fix: string) => FormatError

function refusal(name: string): Refuse {
  return (offset, expected, got, fix) => new FormatError({ offset, where: `${name}, byte ${offset}`, expected, got, fix })
}

interface Entries {
  descr?: string
  order?: string
  shape?: string
}

/** The entries of the header; none where it is not `{…}` of these alone. */
function entries(text: string): Entries {
  const found: Entries = {}
  if (!text.startsWith('{')) return found
  let at = 1
  for (;;) {
    ENTRY.lastIndex = at
    const match = ENTRY.exec(text)
    if (match === null) break
    const [whole, key, descr, order, shape] = match
    if (key === 'descr' && descr !== undefined && found.descr === undefined) found.descr = descr
    else if (key === 'fortran_order' && order !== undefined && found.order === undefined) found.order = order
    else if (key === 'shape' && shape !== undefined && found.shape === undefined) found.shape = shape
    else return {}
    at += whole.length
  }
  return text.slice(at).trim() === '}' ? found : {}
}

function dimsOf(shape: string): readonly number[] | undefined {
  const parts = shape.split(',').map((part) => part.trim())
  // A Python tuple of one is written `(3,)`: `(3)` is none.
  if (parts.length === 1) return parts[0] === '' ? [] : undefined
  if (parts[parts.length - 1] === '') parts.pop()
  return parts.every((part) => DIMENSION.test(part)) ? parts.map((part) => parseInt(part, 10)) : undefined
}

function typeOf(fail: Refuse, offset: number, descr: string): readonly [NpyType, number] {
  const [order, code] = [descr.slice(0, 1), descr.slice(1)]
  const found = TYPES[code]
  const known = `one of ${Object.keys(TYPES).join(' ')}, little-endian`
  if (order === '>' && found && found[1] > 1) {
    throw fail(offset, known, `${quoted(descr)}, which is big-endian`, `Save it as a.astype('<${code}').`)
  }
  if (code.startsWith('O')) {
    throw fail(offset, known, 'Python objects (pickle)', 'Save numbers: a.astype(float). Unpickling could run any code.')
  }
  if (found && (order === '<' || found[1] === 1) && '<>|='.includes(order) && order !== '') return found
  throw fail(offset, known, quoted(descr), "Save it as a.astype('<f4') or another of these.")
}

function notAHeader(fail: Refuse, offset: number, text: string): FormatError {
  const records = /'descr'\s*:\s*\[/.test(text)
  const got = records ? 'an array of records' : quoted(text.trim())
  const fix = records ? 'Save each field by itself, or all in an NPZ.' : 'Write it with numpy.save.'
  return fail(offset, "{'descr': '…', 'fortran_order': …, 'shape': (…), }", got, fix)
}
