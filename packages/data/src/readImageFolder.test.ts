import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readImageFolder } from './readImageFolder.js'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readImageFolder-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function write(path: string, data: readonly number[], width = 2, channels: 1 | 3 = 1): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  const height = data.length / (width * channels)
  await writeFile(join(folder, path), encode({ width, height, data: Uint8Array.from(data), channels }))
}

it('takes a class from each subfolder and images from each class, in the order of their names', async () => {
  await write('dog/b.png', [5, 6])
  await write('dog/a.PNG', [3, 4])
  await write('cat/z.png', [1, 2])
  await writeFile(join(folder, 'cat', '.hidden'), '')
  await writeFile(join(folder, 'readme.txt'), '')
  const { samples, ...rest } = await readImageFolder(folder)
  expect(rest).toEqual({ classes: ['cat', 'dog'], width: 2, height: 1, channels: 1 })
  expect(samples).toEqual({
    size: 3,
    inputs: { rows: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6), scale: 1 / 255 },
    targets: { rows: 2, data: Uint8Array.of(1, 0, 0, 1, 0, 1) },
    labels: Uint8Array.of(0, 1, 1),
  })
})

it('labels a second folder as the first one, where it is given the classes', async () => {
  await write('a/1.png', [1, 2])
  await write('b/1.png', [3, 4])
  const { samples } = await readImageFolder(folder, { classes: ['b', 'a'] })
  expect(samples.labels).toEqual(Uint8Array.of(0, 1))
  expect(samples.inputs.data).toEqual(Uint8Array.of(3, 4, 1, 2))
  const where = join(folder, 'c')
  await expect(readImageFolder(folder, { classes: ['b', 'c'] })).rejects.toMatchObject({ code: 'DataError', where })
})

it('names the file of another size, of other channels, of another format', async () => {
  await write('a/1.png', [1, 2])
  await write('b/1.png', [1, 2, 3], 3)
  const where = join(folder, 'b', '1.png')
  await expect(readImageFolder(folder)).rejects.toMatchObject({ code: 'DataError', where, sample: 1, got: '3 × 1 pixels of 1' })
  await write('b/1.png', [1, 2, 3, 4, 5, 6], 2, 3)
  await expect(readImageFolder(folder)).rejects.toMatchObject({ code: 'DataError', where, got: '2 × 1 pixels of 3' })
  await writeFile(where, 'no image')
  await expect(readImageFolder(folder)).rejects.toMatchObject({ code: 'FormatError', where: `${where}, byte 0` })
  await writeFile(join(folder, 'b', '2.jpg'), '')
  await expect(readImageFolder(folder)).rejects.toMatchObject({ code: 'DataError', where: join(folder, 'b', '2.jpg') })
})

it('refuses a folder that is not there, one without subfolders, one class, and a class without images', async () => {
  await expect(readImageFolder(join(folder, 'none'))).rejects.toMatchObject({ code: 'DataError', where: join(folder, 'none') })
  await expect(readImageFolder(folder)).rejects.toMatchObject({ code: 'DataError', where: folder, got: 'none' })
  await write('a/1.png', [1, 2])
  await expect(readImageFolder(folder)).rejects.toMatchObject({ code: 'DataError', where: folder, got: '1 ("a")' })
  await mkdir(join(folder, 'b'))
  await expect(readImageFolder(folder)).rejects.toMatchObject({ where: join(folder, 'b'), expected: 'at least one PNG image' })
})

it('refuses more pixels than the limit before it reads them all', async () => {
  await write('a/1.png', [1, 2])
  await write('b/1.png', [3, 4])
  await expect(readImageFolder(folder, { limit: 3 })).rejects.toMatchObject({ code: 'DataError', got: '2 images of 2 bytes' })
})
