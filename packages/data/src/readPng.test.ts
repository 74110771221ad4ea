import { deflateSync } from 'node:zlib'
import { decode, encode } from 'fast-png'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32 } from './crc32.js'
import { readPng } from './readPng.js'

type Chunk = readonly [type: string, body: Uint8Array]

function png(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.map(([type, body]) => {
    const chunk = Buffer.alloc(12 + body.length)
    chunk.writeUInt32BE(body.length)
    chunk.write(type, 4, 'latin1')
    chunk.set(body, 8)
    chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length)
    return chunk
  })
  return Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...parts])
}

function header(width: number, height: number, kind: number, depth = 8, interlace = 0): Chunk {
  const body = Buffer.alloc(13)
  body.writeUInt32BE(width)
  body.writeUInt32BE(height, 4)
  body.set([depth, kind, 0, 0, interlace], 8)
  return ['IHDR', body]
}

const END: Chunk = ['IEND', new Uint8Array()]
const packed = (...bytes: number[]): Chunk => ['IDAT', deflateSync(Uint8Array.from(bytes))]
const refused = async (file: Uint8Array, fields: object) => {
  await expect(readPng(file, { name: 'a.png', limit: 2 ** 20 })).rejects.toMatchObject({ code: 'FormatError', ...fields })
}

it('has the pixels that another encoder wrote', async () => {
  const data = Uint8Array.from({ length: 24 }, (_, i) => 10 * i)
  for (const [width, channels] of [[12, 1], [6, 2], [4, 3], [3, 4]] as const) {
    const file = encode({ width, height: 2, data, channels })
    expect(await readPng(file)).toEqual({ width, height: 2, channels, data })
  }
})

it('undoes every filter as another decoder does', async () => {
  const kinds = [[0, 1], [4, 2], [2, 3], [6, 4]] as const
  const image = fc.record({ width: fc.integer({ min: 1, max: 6 }), height: fc.integer({ min: 1, max: 6 }), kind: fc.constantFrom(...kinds) })
  const seeded = image.chain(({ width, height, kind: [kind, channels] }) => {
    const row = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.uint8Array({ minLength: width * channels, maxLength: width * channels }))
    return fc.record({ width: fc.constant(width), kind: fc.constant(kind), rows: fc.array(row, { minLength: height, maxLength: height }) })
  })
  await fc.assert(
    fc.asyncProperty(seeded, async ({ width, kind, rows }) => {
      const body = packed(...rows.flatMap(([filter, bytes]) => [filter, ...bytes]))
      const file = png([header(width, rows.length, kind), body, END])
      expect((await readPng(file)).data).toEqual(Uint8Array.from(decode(file).data))
    }),
  )
})

it('gives three colours for each index into a palette, and joins the parts of the pixels', async () => {
  const [, body] = packed(0, 1, 0)
  const parts: Chunk[] = [['IDAT', body.subarray(0, 3)], ['IDAT', body.subarray(3)]]
  const palette: Chunk = ['PLTE', Uint8Array.of(1, 2, 3, 250, 251, 252)]
  const file = png([header(2, 1, 3), palette, ['tEXt', Buffer.from('skipped')], ...parts, END])
  expect(await readPng(file)).toEqual({ width: 2, height: 1, channels: 3, data: Uint8Array.of(250, 251, 252, 1, 2, 3) })
  await refused(png([header(2, 1, 3), palette, packed(0, 2, 0), END]), { got: 'colour 2' })
  await refused(png([header(2, 1, 3), packed(0, 0, 0), END]), { expected: 'a palette' })
})

it('names what it does not read', async () => {
  await refused(png([header(1, 1, 0, 16), packed(0, 0, 0), END]), { expected: '8 bits for a number', got: '16', offset: 8 })
  await refused(png([header(1, 1, 0, 8, 1), packed(0, 0), END]), { got: 'an interlaced image' })
  await refused(Uint8Array.of(0xff, 0xd8, 0xff), { got: 'a JPEG', offset: 0 })
  await refused(new TextEncoder().encode('GIF89a'), { got: 'a GIF' })
  await refused(new TextEncoder().encode('<html>'), { got: '3c 68 74 6d' })
  await refused(new Uint8Array(), { got: 'no bytes' })
})

it('refuses a file cut off anywhere and a changed byte anywhere', async () => {
  const file = png([header(2, 2, 0), packed(0, 1, 2, 0, 3, 4), END])
  for (let at = 0; at < file.length; at++) {
    await refused(file.subarray(0, at), {})
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ 1
    await refused(changed, {})
  }
})

it('refuses chunks out of place: none in front, two headers, unknown ones that may not be skipped', async () => {
  const [body, image] = [packed(0, 1), header(1, 1, 0)]
  await refused(png([body, image, END]), { got: '"IDAT"', offset: 8 })
  await refused(png([image, header(9, 9, 0), body, END]), { got: '"IHDR"' })
  await refused(png([image, ['ABCD', new Uint8Array()], body, END]), { got: '"ABCD"' })
  await refused(png([header(0, 1, 0), body, END]), { expected: 'an image' })
  await refused(png([image, packed(5, 1), END]), { expected: 'a filter of 0 … 4 for each row' })
})

it('refuses bombs: a size beyond the limit before unpacking, more pixels than the size says while unpacking', async () => {
  await refused(png([header(2 ** 31, 2 ** 31, 2), packed(0, 1), END]), { expected: 'at most 1048576 bytes of pixels' })
  await refused(png([header(1, 1, 0), ['IDAT', deflateSync(new Uint8Array(2 ** 24))], END]), { got: 'more' })
  await refused(png([header(9, 9, 0), packed(0, 1), END]), { expected: '90 bytes for 9 × 9 pixels', got: '2' })
})
