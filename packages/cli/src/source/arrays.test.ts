import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readNpz } from '@nablajs/data'
import { encode } from 'fast-png'
import { expect, it } from 'vitest'
import { idxFile } from '../testing/idxFile.js'
import { npyFile } from '../testing/npyFile.js'
import { run } from '../testing/run.js'
import type { Inspected } from '../inspect/inspectModel.js'
import type { Trained } from '../train/train.js'

const folder = mkdtempSync(join(tmpdir(), 'nabla-'))
copyFileSync(fileURLToPath(new URL('../testing/digits.npz', import.meta.url)), join(folder, 'digits.npz'))
const digits = await readNpz(readFileSync(join(folder, 'digits.npz')))
const [pixels, labels] = [digits.get('x')?.data ?? [], digits.get('y')?.data ?? []]
const PIXELS = 64
const images = (from: number, to: number) => Array.from(pixels).slice(PIXELS * from, PIXELS * to)

async function trained(words: readonly string[]): Promise<Trained> {
  const { code, stdout, stderr } = await run(['train', ...words, '--json', '--quiet'], { cwd: folder })
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Trained
}

// sklearn 1.2.1: MLPClassifier((32,), max_iter=400) on pixels / 16, test_size 0.2, stratified, mean over 5 seeds: 0.972.
it('is as good on digits that it has not seen as scikit-learn on as many', async () => {
  const accuracies: number[] = []
  for (const seed of [1, 2, 3]) accuracies.push((await trained(['digits.npz', '--hidden', '32', '--epochs', '60', '--seed', String(seed)])).heldOut?.accuracy ?? 0)
  const mean = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length
  expect(mean).toBeGreaterThan(0.972 - 0.01)
  const { columns, rows } = await trained(['digits.npz', '--epochs', '1', '--validation', '0.1'])
  expect(columns).toEqual([
    { name: 'pixels', use: 'bytes', why: '8 × 8 bytes of 0 … 16, which become 0 … 1' },
    { name: 'y', use: 'target', why: '10 classes' },
  ])
  expect(rows).toEqual({ training: 1258, validation: 180, heldOut: 359 })
})

it('reads IDX, images and then labels, and says which class it sees in others', async () => {
  writeFileSync(join(folder, 'images.idx'), idxFile([1000, 8, 8], images(0, 1000)))
  writeFileSync(join(folder, 'labels.idx'), idxFile([1000], Array.from(labels).slice(0, 1000)))
  writeFileSync(join(folder, 'new.idx'), idxFile([100, 8, 8], images(1000, 1100)))
  await trained(['images.idx', 'labels.idx', '--epochs', '30'])
  const { code, stdout } = await run(['predict', 'images.safetensors', 'new.idx'], { cwd: folder })
  const [header, ...said] = stdout.trim().split('\n')
  const right = said.filter((label, i) => Number(label) === labels[1000 + i]).length
  expect([code, header, said.length]).toEqual([0, 'label', 100])
  expect(right).toBeGreaterThan(80)
  const scored = await run(['eval', 'images.safetensors', 'images.idx', 'labels.idx'], { cwd: folder })
  expect([scored.code, scored.stdout]).toEqual([0, expect.stringContaining('of 1000 rows right')])
  const { layers, rows } = JSON.parse((await run(['inspect', 'images.safetensors', 'new.idx', '--json'], { cwd: folder })).stdout) as Inspected
  expect([rows, layers[0]?.saturation?.largestSlope]).toEqual([100, 1])
  expect(layers[0]?.saturation?.saturated).toBeGreaterThan(0.1)
})

it('reads a set in the files of MNIST, whose own test samples are held out', async () => {
  const set = join(folder, 'mnist')
  mkdirSync(set)
  for (const [part, from, to] of [['train', 0, 600], ['t10k', 600, 700]] as const) {
    writeFileSync(join(set, `${part}-images-idx3-ubyte`), idxFile([to - from, 8, 8], images(from, to)))
    writeFileSync(join(set, `${part}-labels-idx1-ubyte`), idxFile([to - from], Array.from(labels).slice(from, to)))
  }
  const { rows, model, heldOut } = await trained(['mnist', '--epochs', '20', '--validation', '0.1'])
  expect([rows, model]).toEqual([{ training: 530, validation: 70, heldOut: 100 }, 'mnist.safetensors'])
  const scored = JSON.parse((await run(['eval', model, 'mnist', '--json'], { cwd: folder })).stdout) as { accuracy: number }
  expect(scored.accuracy).toBe(heldOut?.accuracy)
  expect(await run(['train', 'mnist', '--test', '0.3'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('brings samples to test on') as string })
})

it('reads folders of PNG images, by class to train and as they lie to predict', async () => {
  const png = (value: number) => encode({ width: 3, height: 2, channels: 1, depth: 8, data: Uint8Array.from({ length: 6 }, (_, i) => (i + value) % 256) })
  for (const [name, base] of [['dark', 0], ['light', 200]] as const) {
    mkdirSync(join(folder, 'png', name), { recursive: true })
    for (let i = 0; i < 12; i++) writeFileSync(join(folder, 'png', name, `${String(i).padStart(2, '0')}.png`), png(base + 3 * i))
  }
  mkdirSync(join(folder, 'unknown'))
  for (const [name, value] of [['a.png', 210], ['b.png', 5], ['c.png', 230]] as const) writeFileSync(join(folder, 'unknown', name), png(value))
  const { columns } = await trained(['png', '--epochs', '60', '--hidden', '4'])
  expect(columns[0]?.why).toMatch(/^2 × 3 bytes of 0 … \d+, which become 0 … 1$/)
  expect((await run(['predict', 'png.safetensors', 'unknown'], { cwd: folder })).stdout).toBe('label\nlight\ndark\nlight\n')
  expect((await run(['predict', 'png.safetensors', 'unknown/b.png'], { cwd: folder })).stdout).toBe('label\ndark\n')
  writeFileSync(join(folder, 'unknown', 'd.png'), encode({ width: 2, height: 2, channels: 1, depth: 8, data: new Uint8Array(4) }))
  expect(await run(['predict', 'png.safetensors', 'unknown'], { cwd: folder })).toMatchObject({ code: 3, stderr: expect.stringMatching(/d\.png: expected 3 × 2 pixels of 1, as in .*a\.png, got 2 × 2 pixels of 1/) as string })
})

it('reads the arrays of a set that brings its own test samples, and colours', async () => {
  const [training, test] = [300, 60]
  copyFileSync(fileURLToPath(new URL('../testing/digits-split.npz', import.meta.url)), join(folder, 'set.npz'))
  const { rows, columns, model } = await trained(['set.npz', '--epochs', '30'])
  expect([rows, columns.length, columns.at(-1)]).toEqual([{ training, heldOut: test }, PIXELS + 1, { name: 'y', use: 'target', why: '10 different whole numbers, taken for classes' }])
  const scored = await run(['eval', model, 'set.npz'], { cwd: folder })
  expect([scored.code, scored.stdout]).toEqual([0, expect.stringContaining(`of ${test} rows right`)])
  for (const name of ['red', 'blue']) {
    mkdirSync(join(folder, 'colours', name), { recursive: true })
    for (const i of [0, 1, 2]) {
      const data = Uint8Array.from({ length: 12 }, (_, k) => (k % 3 === (name === 'red' ? 0 : 2) ? 250 - i : i))
      writeFileSync(join(folder, 'colours', name, `${i}.png`), encode({ width: 2, height: 2, channels: 3, depth: 8, data }))
    }
  }
  expect((await trained(['colours', '--epochs', '2'])).columns[0]?.why).toMatch(/^2 × 2 × 3 bytes/)
  expect((await run(['predict', 'colours.safetensors', 'colours/red/0.png'], { cwd: folder })).code).toBe(0)
  expect(await run(['train', 'colours', '--task', 'regression'], { cwd: folder })).toMatchObject({ code: 3, stderr: expect.stringContaining('a number') as string })
})

it('reads NPY of any numbers as columns, which are standardised', async () => {
  const rows = Array.from({ length: 80 }, (_, i) => [i, 1000 - (i % 7), i % 2])
  writeFileSync(join(folder, 'x.npy'), npyFile([80, 3], rows.flat()))
  writeFileSync(join(folder, 'y.npy'), npyFile([80], rows.map(([a = 0, b = 0]) => 0.37 * a - b / 3)))
  const { columns, heldOut } = await trained(['x.npy', 'y.npy', '--epochs', '150'])
  expect(columns.map(({ name, use }) => [name, use])).toEqual([['x0', 'number'], ['x1', 'number'], ['x2', 'number'], ['y', 'target']])
  expect(heldOut?.rSquared).toBeGreaterThan(0.95)
  writeFileSync(join(folder, 'one.npy'), npyFile([1, 3], [40, 997, 0]))
  const { stdout } = await run(['predict', 'x.safetensors', 'one.npy'], { cwd: folder })
  expect(Math.abs(Number(stdout.split('\n')[1]) - (0.37 * 40 - 997 / 3))).toBeLessThan(2)
})

/** The digits with other names. */
const otherNpz = Buffer.from(readFileSync(join(folder, 'digits.npz')).toString('latin1').replaceAll('x.npy', 'a.npy'), 'latin1')

it.each([
  [['train', 'labels.idx', 'images.idx'], 3, 'Swap the two: images.idx labels.idx.'],
  [['train', 'images.idx'], 3, 'Give the file of the targets after that of the inputs.'],
  [['train', 'images.idx', 'few.idx'], 3, 'expected 1000 targets, one for each sample, got 10'],
  [['train', 'images.idx', 'labels.idx', 'labels.idx'], 3, 'expected no file after it'],
  [['train', 'images.idx', 'same.idx'], 3, 'expected at least two classes, got 4'],
  [['train', 'images.idx', 'labels.idx', '--types', 'a=ignore'], 2, 'images have pixels and a label'],
  [['train', 'empty'], 3, 'expected PNG images, got none'],
  [['train', 'other.npz'], 3, 'expected the arrays x and y'],
  [['train', 'unlike.npz'], 3, 'x, of those to test on: expected 64 for each sample, as those to train on have, got 8 × 8'],
  [['predict', 'images.safetensors', 'small.idx'], 3, 'expected images of 64 bytes, as were trained on, got images of 4 bytes'],
  [['eval', 'images.safetensors', 'images.idx', 'wrong.idx'], 3, 'sample 3: expected one of the classes trained on: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, got 77'],
])('says what is wrong: %j', async (words, code, message) => {
  mkdirSync(join(folder, 'empty'), { recursive: true })
  writeFileSync(join(folder, 'few.idx'), idxFile([10], new Uint8Array(10)))
  writeFileSync(join(folder, 'same.idx'), idxFile([1000], new Uint8Array(1000).fill(4)))
  writeFileSync(join(folder, 'small.idx'), idxFile([2, 2, 2], new Uint8Array(8)))
  writeFileSync(join(folder, 'wrong.idx'), idxFile([1000], Array.from({ length: 1000 }, (_, i) => (i === 3 ? 77 : 0))))
  writeFileSync(join(folder, 'other.npz'), otherNpz)
  copyFileSync(fileURLToPath(new URL('../testing/digits-unlike.npz', import.meta.url)), join(folder, 'unlike.npz'))
  expect(await run(words, { cwd: folder })).toMatchObject({ code, stderr: expect.stringContaining(message) as string })
})
