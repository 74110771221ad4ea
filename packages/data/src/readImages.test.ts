import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { expect, it } from 'vitest'
import { readImages } from './readImages.js'

const folder = mkdtempSync(join(tmpdir(), 'readImages-'))
const image = (name: string, data: readonly number[], width = 2) => {
  writeFileSync(join(folder, name), encode({ width, height: data.length / width, channels: 1, data: Uint8Array.from(data) }))
  return join(folder, name)
}

it('takes images in the order given', async () => {
  const [a, b] = [image('a.png', [1, 2, 3, 4]), image('b.png', [5, 6, 7, 8])]
  expect(await readImages([b, a])).toEqual({ size: 2, width: 2, height: 2, channels: 1, data: Uint8Array.of(5, 6, 7, 8, 1, 2, 3, 4) })
})

it('refuses none, one that is not there, one of another size, and more than the limit', async () => {
  await expect(readImages([])).rejects.toMatchObject({ code: 'DataError', where: 'images', got: 'none' })
  await expect(readImages([join(folder, 'none.png')])).rejects.toMatchObject({ code: 'DataError', where: join(folder, 'none.png') })
  const [a, c] = [image('a.png', [1, 2, 3, 4]), image('c.png', [1, 2])]
  await expect(readImages([a, c])).rejects.toMatchObject({ code: 'DataError', where: c, sample: 1, got: '2 × 1 pixels of 1' })
  await expect(readImages([a, a], { limit: 7 })).rejects.toMatchObject({ code: 'DataError', got: '2 images of 4 bytes' })
})
