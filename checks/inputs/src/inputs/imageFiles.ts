import { crc32, deflateSync } from 'node:zlib'

/** An IDX file of bytes. */
export function idxFile(dims: readonly number[], numbers: ArrayLike<number>): Buffer {
  const head = Buffer.from([0, 0, 8, dims.length, ...dims.flatMap(() => [0, 0, 0, 0])])
  dims.forEach((n, d) => head.writeUInt32BE(n, 4 + 4 * d))
  return Buffer.concat([head, Uint8Array.from(numbers)])
}

/** The colour types of PNG. */
export const COLOUR = { grey: 0, rgb: 2, palette: 3 } as const

/** A PNG image whose pixels are all `bytes`. */
export function pngFile(width: number, height: number, colour: keyof typeof COLOUR, bytes: readonly number[], depth = 8): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([depth, COLOUR[colour]], 8)
  const row = [0, ...Array.from({ length: width }, () => bytes).flat()]
  const rows = Buffer.from(Array.from({ length: height }, () => row).flat())
  const palette = colour === 'palette' ? [chunk('PLTE', [0, 0, 0, 200, 100, 50])] : []
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), ...palette, chunk('IDAT', deflateSync(rows)), chunk('IEND', [])])
}

function chunk(type: string, body: ArrayLike<number>): Buffer {
  const file = Buffer.alloc(12 + body.length)
  file.writeUInt32BE(body.length)
  file.write(type, 4, 'latin1')
  file.set(body, 8)
  file.writeUInt32BE(crc32(file.subarray(4, 8 + body.length)), 8 + body.length)
  return file
}
