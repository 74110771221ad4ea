import { FormatError } from '@nablajs/linalg'
import { crc32 } from './crc32.js'
import { quoted } from './quoted.js'

/** What a PNG file is made of, as far as its pixels go. */
export interface PngChunks {
  readonly width: number
  readonly height: number
  /** Numbers of a pixel in the file: 1 grey or an index into the palette, 2 grey and alpha, 3 colours, 4 colours and alpha. */
  readonly channels: 1 | 2 | 3 | 4
  /** Red, green, blue of each colour, where pixels are indices. */
  readonly palette: Uint8Array | undefined
  /** The packed pixels. */
  readonly packed: Uint8Array
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and checksum of a chunk. */
const AROUND = 12
const CHANNELS: Readonly<Partial<Record<number, 1 | 2 | 3 | 4>>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const INDEXED = 3

/**
 * Walks through the chunks of a PNG file and compares their checksums. Nothing is unpacked, and the size of the image is known
 * before anything of that size is allocated.
 *
 * Shapes: none; bytes in, bytes out. Throws `FormatError` with the byte offset for another format, a damaged file, an image of more
 * than `limit` bytes, and naming what is not read: 16 bits or fewer than 8, interlaced images. Source: PNG, third edition (W3C).
 */
export function pngChunks(name: string, bytes: Uint8Array, limit: number): PngChunks {
  if (SIGNATURE.some((byte, k) => bytes[k] !== byte)) {
    throw refusal(name, 0, 'a PNG file', kindOf(bytes), 'Save it as PNG; renaming does not convert it.')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let header: ReturnType<typeof headerOf> | undefined
  let palette: Uint8Array | undefined
  const parts: Uint8Array[] = []
  for (let at = SIGNATURE.length; ;) {
    const { type, body } = chunkAt(name, bytes, view, at)
    if (header === undefined) {
      if (type !== 'IHDR' || body.length !== 13) throw refusal(name, at, 'IHDR, of 13 bytes', quoted(type), 'Copy it again: it is damaged.')
      header = headerOf(name, at, body, limit)
    } else if (type === 'IEND') {
      break
    } else if (type === 'IDAT') {
      parts.push(body)
    } else if (type === 'PLTE' && palette === undefined && body.length % 3 === 0) {
      palette = body
    } else if (/^[A-Z]/.test(type)) {
      // A chunk with a capital in front may not be skipped.
      throw refusal(name, at, 'PLTE, IDAT, IEND, each in its place', quoted(type), 'Save it again as an ordinary PNG.')
    }
    at += AROUND + body.length
  }
  const { width, height, channels, indexed } = header
  if (indexed && palette === undefined) throw refusal(name, 0, 'a palette', 'none', 'Save it again.')
  return { width, height, channels, palette: indexed ? palette : undefined, packed: joined(parts) }
}

function chunkAt(name: string, bytes: Uint8Array, view: DataView, at: number): { type: string; body: Uint8Array } {
  const cut = (got: number) => refusal(name, bytes.length, `${got} bytes or more`, `the end after ${bytes.length}`, 'Copy it again: it was cut off.')
  if (at + AROUND > bytes.length) throw cut(at + AROUND)
  const end = at + 8 + view.getUint32(at)
  if (end + 4 > bytes.length) throw cut(end + 4)
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
  if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) {
    throw refusal(name, end, `the checksum of ${quoted(type)}`, 'another', 'Copy it again: it is damaged.')
  }
  return { type, body: bytes.subarray(at + 8, end) }
}

function headerOf(name: string, at: number, body: Uint8Array, limit: number) {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth, kind = 0, compression, filter, interlace] = body.subarray(8)
  const channels = CHANNELS[kind]
  if (width === 0 || height === 0 || channels === undefined || compression !== 0 || filter !== 0) {
    throw refusal(name, at, 'an image', `${width} × ${height}, of kind ${kind}`, 'Copy it again: it is damaged.')
  }
  if (depth !== 8) throw refusal(name, at, '8 bits for a number', `${depth}`, 'Save it with 8 bits, for example as greyscale.')
  if (interlace !== 0) throw refusal(name, at, 'rows in their order', 'an interlaced image', 'Save it without interlacing.')
  const indexed = kind === INDEXED
  const length = width * height * (indexed ? 3 : channels)
  if (length > limit) {
    const got = `${width} × ${height}, ${length} bytes`
    throw refusal(name, at, `at most ${limit} bytes of pixels`, got, 'Give { limit } if it is meant to be so large.')
  }
  return { width, height, channels, indexed }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts
  if (parts.length === 1 && first) return first
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function kindOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xd8) return 'a JPEG'
  if (a === 0x47 && b === 0x49) return 'a GIF'
  return bytes.length === 0 ? 'no bytes' : Array.from(bytes.subarray(0, 4), (x) => x.toString(16).padStart(2, '0')).join(' ')
}

function refusal(name: string, offset: number, expected: string, got: string, fix: string): FormatError {
  return new FormatError({ offset, where: `${name}, byte ${offset}`, expected, got, fix })
}
