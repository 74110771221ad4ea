import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { idxSamples } from './idxSamples.js'
import { readIdx } from './readIdx.js'
import type { Samples } from './samples.js'
import { streamIdx } from './streamIdx.js'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streamIdx-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

function idx(dims: readonly number[], data: ArrayLike<number>): Buffer {
  const head = Buffer.alloc(4 + 4 * dims.length)
  head.set([0, 0, 8, dims.length])
  for (const [d, n] of dims.entries()) head.writeUInt32BE(n, 4 + 4 * d)
  return Buffer.concat([head, Uint8Array.from(data)])
}

/** Image i has the pixels i and 200, and the label i mod 3. */
const imagesOf = (size: number) => idx([size, 1, 2], Array.from({ length: 2 * size }, (_, k) => (k % 2 === 0 ? k / 2 : 200)))
const labelsOf = (size: number) => idx([size], Array.from({ length: size }, (_, i) => i % 3))

async function written(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}

async function all(stream: AsyncIterable<Samples>): Promise<Samples[]> {
  const blocks: Samples[] = []
  for await (const block of stream) blocks.push(block)
  return blocks
}

it('gives what idxSamples gives, in blocks, in each loop; gzip as well', async () => {
  const images = await written('images', imagesOf(7))
  const labels = await written('labels.gz', gzipSync(labelsOf(7)))
  const stream = await streamIdx(images, labels, { classes: 3, block: 3 })
  expect(stream).toMatchObject({ size: 7, inputsRows: 2, targetsRows: 3 })
  const whole = idxSamples(await readIdx(imagesOf(7)), await readIdx(labelsOf(7)), 3)
  for (let epoch = 0; epoch < 2; epoch++) {
    const blocks = await all(stream)
    expect(blocks.map(({ size }) => size)).toEqual([3, 3, 1])
    expect(blocks.flatMap(({ inputs }) => [...inputs.data])).toEqual([...whole.inputs.data])
    expect(blocks.flatMap(({ targets }) => [...targets.data])).toEqual([...whole.targets.data])
    expect(blocks[2]).toMatchObject({ inputs: { rows: 2, scale: 1 / 255 }, labels: Uint8Array.of(0) })
  }
})

it('reads several pairs of files as one set', async () => {
  const images = [await written('i1', imagesOf(2)), await written('i2', imagesOf(3))]
  const labels = [await written('l1', labelsOf(2)), await written('l2', labelsOf(3))]
  const stream = await streamIdx(images, labels)
  expect(stream.size).toBe(5)
  expect((await all(stream)).map(({ size }) => size)).toEqual([2, 3])
  await expect(streamIdx(images, labels[0] ?? '')).rejects.toMatchObject({ code: 'DataError', got: '1 for 2' })
  await expect(streamIdx([], [])).rejects.toMatchObject({ code: 'DataError' })
  const other = await written('i3', idx([3, 2, 2], new Uint8Array(12)))
  await expect(streamIdx([images[0] ?? '', other], labels)).rejects.toMatchObject({ where: other, expected: 'images of 1 × 2', got: '2 × 2' })
})

it('refuses files swapped, of different counts, of no images, and a file that is not there', async () => {
  const [images, labels] = [await written('images', imagesOf(2)), await written('labels', labelsOf(2))]
  await expect(streamIdx(labels, images)).rejects.toMatchObject({ code: 'DataError', where: labels, got: 'uint8, 2' })
  const three = await written('three', labelsOf(3))
  await expect(streamIdx(images, three)).rejects.toMatchObject({ code: 'DataError', where: three, got: 'uint8, 3' })
  const huge = await written('huge', idx([2, 2 ** 16, 2 ** 16], []))
  await expect(streamIdx(huge, labels)).rejects.toMatchObject({ code: 'DataError', where: huge })
  const none = join(folder, 'none')
  await expect(streamIdx(none, labels)).rejects.toMatchObject({ code: 'DataError', where: none })
  await expect(streamIdx(await written('page', Buffer.from('<html>')), labels)).rejects.toMatchObject({ code: 'FormatError', offset: 0 })
  await expect(streamIdx(await written('short', imagesOf(2).subarray(0, 9)), labels)).rejects.toMatchObject({ code: 'FormatError', offset: 9 })
})

it('names a file that is cut off or too long, and a label out of range, once it comes there', async () => {
  const labels = await written('labels', labelsOf(4))
  const cut = await written('cut', imagesOf(4).subarray(0, 20))
  await expect(all(await streamIdx(cut, labels, { block: 1 }))).rejects.toMatchObject({ code: 'FormatError', where: `${cut}, byte 20`, offset: 20 })
  const long = await written('long', Buffer.concat([imagesOf(4), Buffer.of(0)]))
  await expect(all(await streamIdx(long, labels))).rejects.toMatchObject({ code: 'FormatError', offset: 24, got: 'more' })
  const images = await written('images', imagesOf(4))
  const few = await streamIdx(images, labels, { classes: 2, block: 1 })
  await expect(all(few)).rejects.toMatchObject({ code: 'DataError', sample: 2, where: `${labels}, sample 2`, got: '2' })
})

it('refuses options that cannot be', async () => {
  await expect(streamIdx('a', 'b', { block: 0.5 })).rejects.toMatchObject({ code: 'OptionError', option: 'block' })
  await expect(streamIdx('a', 'b', { classes: 257 })).rejects.toMatchObject({ code: 'OptionError', option: 'classes' })
})
