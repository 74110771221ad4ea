import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unpack } from './unpack.js'

const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 2654435761) % 251)
const packed = new Uint8Array(gzipSync(bytes))
const refusal = (got: unknown) => expect.objectContaining({ code: 'DataError', where: 'digits.gz', got }) as unknown

it('unpacks gzip, and takes bytes that are unpacked already', async () => {
  expect(await unpack('digits.gz', packed, bytes.length)).toEqual(bytes)
  expect(await unpack('digits.gz', bytes, bytes.length)).toBe(bytes)
})

it('refuses a file that is cut off, changed, or no gzip', async () => {
  await expect(unpack('digits.gz', packed.subarray(0, -1), bytes.length)).rejects.toThrow(refusal(expect.any(String)))
  const changed = packed.slice()
  changed[packed.length - 8] = (changed[packed.length - 8] ?? 0) ^ 1
  await expect(unpack('digits.gz', changed, bytes.length)).rejects.toThrow(refusal(expect.any(String)))
  await expect(unpack('digits.gz', new TextEncoder().encode('<html>'), 7)).rejects.toThrow(refusal('6 bytes that are not gzip'))
})

it('refuses more bytes and fewer than there have to be', async () => {
  await expect(unpack('digits.gz', packed, bytes.length - 1)).rejects.toThrow(refusal('more than 99999 bytes in it'))
  await expect(unpack('digits.gz', packed, bytes.length + 1)).rejects.toThrow(refusal('100000 bytes in it instead of 100001'))
})

it('throws nothing but its own error for any bytes', async () => {
  const file = fc.oneof(fc.uint8Array(), fc.uint8Array().map((rest) => Uint8Array.of(0x1f, 0x8b, 8, 0, ...rest)))
  await fc.assert(
    fc.asyncProperty(file, async (any) => {
      await expect(unpack('digits.gz', any, 1000)).rejects.toThrow(refusal(expect.any(String)))
    }),
  )
})
