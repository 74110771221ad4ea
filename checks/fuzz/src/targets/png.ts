import { crc32, deflateSync } from 'node:zlib'
import { readPng } from '@nablajs/data'
import type { Random } from '@nablajs/linalg'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { LIMIT } from './idx.js'

type Chunk = readonly [type: string, body: Uint8Array]

/** A PNG file with right checksums. */
function pngFile(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.map(([type, body]) => {
    const chunk = Buffer.alloc(12 + body.length)
    chunk.writeUInt32BE(body.length)
    chunk.write(type, 4, 'latin1')
    chunk.set(body, 8)
    chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length)
    return chunk
  })
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

function header(width: number, height: number, kind: number): Chunk {
  const body = Buffer.alloc(13)
  body.writeUInt32BE(width)
  body.writeUInt32BE(height, 4)
  body.set([8, kind], 8)
  return ['IHDR', body]
}

const END: Chunk = ['IEND', new Uint8Array()]
const pixels = (...bytes: number[]): Chunk => ['IDAT', deflateSync(Uint8Array.from(bytes))]
const IMAGES: readonly (readonly Chunk[])[] = [
  [header(2, 2, 0), pixels(0, 1, 2, 4, 3, 4), END],
  [header(1, 2, 6), pixels(1, 1, 2, 3, 4, 3, 5, 6, 7, 8), END],
  [header(2, 1, 3), ['PLTE', Uint8Array.of(1, 2, 3, 4, 5, 6)], ['tEXt', new Uint8Array(3)], pixels(0, 1, 0), END],
]
const words = wordsOf('IHDR', 'PLTE', 'IDAT', 'IEND', 'tEXt', 'iCCP', 'tRNS', 'acTL', 'fdAT')
const zeros = new Uint8Array(64 * 2 ** 20)
const page: Chunk = ['IDAT', deflateSync(zeros)]

/** Breaks one chunk, or its place; the checksums are right. */
function mutateChunks(random: Random): Buffer {
  const chunks = [...(IMAGES[random.integer(IMAGES.length)] ?? [])]
  const at = random.integer(chunks.length)
  const [type, body] = chunks[at] ?? END
  switch (random.integer(4)) {
    case 0:
      chunks[at] = [type, mutateBytes(body, random)]
      break
    case 1:
      chunks[at] = ['IDAT', deflateSync(Uint8Array.from({ length: random.integer(16) }, () => random.integer(8)))]
      break
    case 2:
      chunks.splice(at, random.integer(2), chunks[random.integer(chunks.length)] ?? END)
      break
    default:
      chunks[0] = header(random.integer(4), random.integer(4), random.integer(8))
  }
  return pngFile(chunks)
}

/** `readPng`: the file is broken, or a chunk of it, whose checksum is right all the same. */
export const png: Target = {
  name: 'png',
  seeds: IMAGES.map(pngFile),
  mutate: (seed, random) => (random.integer(2) === 0 ? mutateBytes(seed, random, words) : mutateChunks(random)),
  read: (file) => readPng(file, { limit: LIMIT }),
  bombs: [
    { name: '2^31 × 2^31 pixels', read: () => readPng(pngFile([header(2 ** 31, 2 ** 31, 6), pixels(0), END])) },
    { name: '64 MiB of pixels for one', read: () => readPng(pngFile([header(1, 1, 0), page, END])) },
    { name: '64 MiB of a second header for a small image', read: () => readPng(pngFile([header(1, 1, 0), header(8191, 8192, 0), page, END])) },
    { name: '64 MiB of a profile', read: () => readPng(pngFile([header(1, 1, 0), ['iCCP', Buffer.concat([Buffer.from('a\0\0'), deflateSync(zeros)])], pixels(0), END])) },
  ],
}
