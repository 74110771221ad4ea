import { FormatError } from '@nablajs/linalg'
import { bytesOf } from './bytesOf.js'
import { pngChunks } from './pngChunks.js'
import { unfilter } from './unfilter.js'
import { unpack } from './unpack.js'

/** The pixels of an image, row after row, as bytes. */
export interface Png {
  readonly width: number
  readonly height: number
  /** Bytes of a pixel: 1 grey, 2 grey and alpha, 3 red, green and blue, 4 with alpha. */
  readonly channels: 1 | 2 | 3 | 4
  readonly data: Uint8Array
}

/** What to call the file in errors, and how large the image may be. */
export interface ReadPngOptions {
  /** `PNG file` unless said. */
  name?: string
  /** The most bytes that the pixels may take: 64 MiB (2^26) unless said. */
  limit?: number
}

const LIMIT = 2 ** 26

/**
 * Reads a PNG image of 8 bits for a number: grey or colours, with or without alpha, or a palette, whose pixels become three colours.
 * The numbers are those of the file in every engine: no colour profile, gamma or transparency changes them, as a canvas would.
 *
 * Shapes: data: height × width × channels bytes, channels fastest, then columns. Throws (by rejecting) `FormatError` with the byte
 * offset for another format, a damaged file, an image beyond `limit`, and one of another depth or interlaced. Source: PNG, third
 * edition (W3C).
 */
export async function readPng(
  file: Uint8Array | ArrayBuffer,
  { name = 'PNG file', limit = LIMIT }: ReadPngOptions = {},
): Promise<Png> {
  const { width, height, channels, palette, packed } = pngChunks(name, bytesOf('readPng', file), limit)
  const rowBytes = width * channels
  const length = height * (1 + rowBytes)
  const filtered = await unpack(name, packed, () => length, 'deflate')
  if (filtered.length !== length) {
    const got = filtered.length > length ? 'more' : String(filtered.length)
    throw damaged(name, `${length} bytes for ${width} × ${height} pixels`, got)
  }
  const pixels = unfilter(filtered, rowBytes, channels)
  if (pixels === undefined) throw damaged(name, 'a filter of 0 … 4 for each row', 'another')
  if (palette === undefined) return { width, height, channels, data: pixels }
  return { width, height, channels: 3, data: colours(name, pixels, palette) }
}

function colours(name: string, indices: Uint8Array, palette: Uint8Array): Uint8Array {
  const data = new Uint8Array(3 * indices.length)
  const count = palette.length / 3
  for (const [i, index] of indices.entries()) {
    if (index >= count) throw damaged(name, `one of ${count} colours`, `colour ${index}`)
    data.set(palette.subarray(3 * index, 3 * index + 3), 3 * i)
  }
  return data
}

function damaged(name: string, expected: string, got: string): FormatError {
  return new FormatError({ where: name, expected, got, fix: 'Copy it again, or save it again: it is damaged.' })
}
