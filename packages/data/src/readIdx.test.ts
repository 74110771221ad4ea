import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { readIdx } from './readIdx.js'

const WIDTH = { 0x08: 1, 0x09: 1, 0x0b: 2, 0x0c: 4, 0x0d: 4, 0x0e: 8 }
type Code = keyof typeof WIDTH

/** An IDX file, written independently of the reader: by Node's Buffer. */
function idx(code: Code, dims: number[], numbers: number[]): Uint8Array {
  const file = Buffer.alloc(4 + 4 * dims.length + WIDTH[code] * numbers.length)
  file.set([0, 0, code, dims.length])
  dims.forEach((n, d) => file.writeUInt32BE(n, 4 + 4 * d))
  numbers.forEach((x, i) => {
    const at = 4 + 4 * dims.length + WIDTH[code] * i
    const write = {
      0x08: () => file.writeUInt8(x, at),
      0x09: () => file.writeInt8(x, at),
      0x0b: () => file.writeInt16BE(x, at),
      0x0c: () => file.writeInt32BE(x, at),
      0x0d: () => file.writeFloatBE(x, at),
      0x0e: () => file.writeDoubleBE(x, at),
    }
    write[code]()
  })
  return new Uint8Array(file)
}

const refusal = (fields: Record<string, unknown>) => expect.objectContaining({ code: 'FormatError', ...fields }) as unknown
const images = idx(0x08, [2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255])

it.each([
  [0x08, 'uint8', Uint8Array.of(0, 1, 255)],
  [0x09, 'int8', Int8Array.of(-128, 1, 127)],
  [0x0b, 'int16', Int16Array.of(-32768, 258, 32767)],
  [0x0c, 'int32', Int32Array.of(-2147483648, 16909060, 2147483647)],
  [0x0d, 'float32', Float32Array.of(-0.5, Math.fround(0.1), 3e38)],
  [0x0e, 'float64', Float64Array.of(-0.5, 0.1, 1e308)],
] as const)('reads type %i, %s, plain and packed', async (code, type, data) => {
  const file = idx(code, [3], [...data])
  expect(await readIdx(file)).toEqual({ type, dims: [3], data })
  expect(await readIdx(gzipSync(file))).toEqual({ type, dims: [3], data })
})

it('reads dimensions, and looks at plain bytes in place', async () => {
  const { dims, data } = await readIdx(images)
  expect(dims).toEqual([2, 2, 3])
  expect(data).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255))
  expect(data.buffer).toBe(images.buffer)
})

it('reads an ArrayBuffer, a Buffer, and a view at any offset', async () => {
  const floats = idx(0x0d, [1], [2.5])
  const shifted = new Uint8Array(floats.length + 1)
  shifted.set(floats, 1)
  for (const file of [floats.buffer as ArrayBuffer, Buffer.from(floats), shifted.subarray(1)]) {
    expect((await readIdx(file)).data).toEqual(Float32Array.of(2.5))
  }
})

it('does not take the bytes of a packed file away', async () => {
  const packed = new Uint8Array(gzipSync(images))
  const before = packed.slice()
  await readIdx(packed)
  expect(packed).toEqual(before)
})

it('reads what was written, of any type and dimensions, plain and packed', async () => {
  const file = fc
    .tuple(
      fc.constantFrom<Code[]>(0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    )
    .chain(([code, dims]) => {
      const length = dims.reduce((product, n) => product * n, 1)
      return fc.tuple(fc.constant(code), fc.constant(dims), fc.array(fc.nat(127), { minLength: length, maxLength: length }))
    })
  await fc.assert(
    fc.asyncProperty(file, fc.boolean(), async ([code, dims, numbers], packed) => {
      const bytes = idx(code, dims, numbers)
      const read = await readIdx(packed ? gzipSync(bytes) : bytes)
      expect(read.dims).toEqual(dims)
      expect([...read.data]).toEqual(numbers)
    }),
  )
})

it('refuses a file cut off anywhere, with the offset of its end', async () => {
  for (let length = 0; length < images.length; length++) {
    await expect(readIdx(images.subarray(0, length))).rejects.toThrow(refusal({ offset: length }))
    await expect(readIdx(gzipSync(images.subarray(0, length)))).rejects.toThrow(refusal({ offset: length }))
  }
})

it('refuses a packed file cut off anywhere', async () => {
  const packed = gzipSync(images)
  for (let length = 0; length < packed.length; length++) {
    await expect(readIdx(packed.subarray(0, length))).rejects.toThrow(refusal({}))
  }
})

it('refuses a packed file with a changed byte in its checksum', async () => {
  const packed = gzipSync(images)
  packed[packed.length - 8] = (packed[packed.length - 8] ?? 0) ^ 1
  await expect(readIdx(packed)).rejects.toThrow(refusal({ where: 'IDX file', expected: 'a whole gzip file' }))
})

it('refuses bytes behind the end, with the offset where they begin', async () => {
  const longer = Buffer.concat([images, Buffer.of(0)])
  await expect(readIdx(longer)).rejects.toThrow(refusal({ offset: images.length, got: String(longer.length) }))
  await expect(readIdx(gzipSync(longer))).rejects.toThrow(refusal({ offset: images.length, got: 'more' }))
})

it.each([
  ['the first byte', [1, 0, 8, 1, 0, 0, 0, 1, 7], 0],
  ['the second byte', [0, 1, 8, 1, 0, 0, 0, 1, 7], 0],
  ['the type', [0, 0, 7, 1, 0, 0, 0, 1, 7], 2],
  ['the count of dimensions', [0, 0, 8, 0, 0, 0, 0, 1, 7], 3],
  ['a dimension of 0', [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 0], 8],
])('refuses %s', async (_, bytes, offset) => {
  await expect(readIdx(Uint8Array.from(bytes))).rejects.toThrow(refusal({ offset }))
})

it('says what a web page, a twice packed file and other bytes are, and names the file', async () => {
  const name = 'train-images-idx3-ubyte.gz'
  await expect(readIdx(Buffer.from('<!DOCTYPE html>'), { name })).rejects.toThrow(
    /^train-images-idx3-ubyte.gz, byte 0: .* a web page \(3c 21 44 4f …\)/,
  )
  await expect(readIdx(Buffer.from('\n <html>'))).rejects.toThrow('a web page')
  await expect(readIdx(gzipSync(gzipSync(images)))).rejects.toThrow('gzip within gzip')
  await expect(readIdx(Buffer.from('PNG…'))).rejects.toThrow('got 50 4e 47 e2 …')
})

it('refuses dimensions whose product no machine holds, before any memory is taken', async () => {
  const file = Uint8Array.from([0, 0, 0x0e, 255, ...Array.from({ length: 4 * 255 }, () => 255), 0, 0])
  await expect(readIdx(file)).rejects.toThrow(refusal({ offset: 4, expected: 'at most 1073741824 bytes' }))
  // 65536⁴ is 0 in 64 bits: with wrapped arithmetic this file would be whole.
  const wrapped = Uint8Array.from([0, 0, 0x08, 4, ...Array.from({ length: 4 }, () => [0, 1, 0, 0]).flat()])
  await expect(readIdx(wrapped)).rejects.toThrow(refusal({ offset: 4 }))
})

it('refuses a file larger than the limit, and a limit that is none', async () => {
  await expect(readIdx(images, { limit: images.length - 1 })).rejects.toThrow(refusal({ offset: 4 }))
  expect((await readIdx(images, { limit: images.length })).dims).toEqual([2, 2, 3])
  await expect(readIdx(images, { limit: NaN })).rejects.toThrow(refusal({ offset: 4 }))
})

it('refuses what is no bytes', async () => {
  const path: unknown = 'train-images-idx3-ubyte'
  await expect(readIdx(path as Uint8Array)).rejects.toThrow(
    expect.objectContaining({ code: 'OptionError', option: 'file', got: 'string' }),
  )
})

it('takes no more memory than the header says for a file that unpacks to a thousand times its size', async () => {
  const megabytes = 64
  const bomb = gzipSync(Buffer.concat([idx(0x08, [1000], []), Buffer.alloc(megabytes * 2 ** 20)]))
  const largest = await largestAllocation(() => expect(readIdx(bomb)).rejects.toThrow(refusal({ offset: 1008, got: 'more' })))
  expect(largest).toBeLessThanOrEqual(2 ** 20)
})

it('reads a packed file of several pieces in memory that grows to its size and no further', async () => {
  const numbers = Array.from({ length: 300_000 }, (_, i) => (i * 2654435761) % 251)
  const file = idx(0x08, [300_000], numbers)
  let read: unknown
  const largest = await largestAllocation(async () => {
    read = await readIdx(gzipSync(file))
  })
  expect(read).toMatchObject({ dims: [300_000], data: Uint8Array.from(numbers) })
  expect(largest).toBe(file.length)
})

it('takes no more memory than a liar really holds', async () => {
  const liar = gzipSync(Buffer.concat([idx(0x08, [2 ** 29], []), Buffer.alloc(1000)]))
  const largest = await largestAllocation(() => expect(readIdx(liar)).rejects.toThrow(refusal({ offset: 1008 })))
  expect(largest).toBeLessThanOrEqual(2 ** 20)
})

it('throws nothing but its own errors for any bytes, and never takes more than 4 times the file and 1 MiB', async () => {
  const header = fc.tuple(fc.constantFrom(0x08, 0x0b, 0x0e), fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 4 }))
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc.tuple(header, fc.uint8Array({ maxLength: 32 })).map(([[code, dims], rest]) => {
      const view = new DataView(new ArrayBuffer(4 * dims.length))
      dims.forEach((n, d) => { view.setUint32(4 * d, n) })
      return Uint8Array.from([0, 0, code, dims.length, ...new Uint8Array(view.buffer), ...rest])
    }),
  )
  const broken = fc.tuple(bytes, fc.nat(200), fc.nat(255)).map(([plain, at, byte]) => {
    const packed = new Uint8Array(gzipSync(plain))
    packed[at % packed.length] = byte
    return packed
  })
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, broken, bytes.map((plain) => new Uint8Array(gzipSync(plain)))), async (file) => {
      let error: unknown
      const largest = await largestAllocation(async () => {
        await readIdx(file).catch((cause: unknown) => (error = cause))
      })
      if (error !== undefined) expect(error).toMatchObject({ code: 'FormatError', name: 'FormatError' })
      expect(largest).toBeLessThanOrEqual(4 * file.length + 2 ** 20)
    }),
    { numRuns: 500 },
  )
})

/** The largest array of bytes made while something runs: every array of the reader is one of these. */
async function largestAllocation(run: () => Promise<void>): Promise<number> {
  let largest = 0
  const watched = <T extends Uint8ArrayConstructor | Float64ArrayConstructor | Int16ArrayConstructor>(type: T): T =>
    new Proxy(type, {
      construct(target, args: [number]) {
        const made = Reflect.construct(target, args) as Uint8Array
        if (typeof args[0] === 'number') largest = Math.max(largest, made.byteLength)
        return made
      },
    })
  for (const [name, type] of Object.entries({ Uint8Array, Float64Array, Int16Array })) vi.stubGlobal(name, watched(type))
  try {
    await run()
  } finally {
    vi.unstubAllGlobals()
  }
  return largest
}
