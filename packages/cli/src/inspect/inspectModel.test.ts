import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { saveModel } from '@nablajs/model-io/node'
import type { Inspected } from './inspectModel.js'
import { preprocessingTable } from './preprocessingTable.js'
import { histogramChart } from './histogramChart.js'
import { statisticsOf } from './statisticsOf.js'
import { run } from '../testing/run.js'

const folder = mkdtempSync(join(tmpdir(), 'nabla-'))
copyFileSync(fileURLToPath(new URL('../testing/iris.csv', import.meta.url)), join(folder, 'iris.csv'))

beforeAll(async () => {
  await run(['train', 'iris.csv', '--epochs', '20', '--quiet'], { cwd: folder })
  const bare = network([2, 3, 1], { activation: sigmoid, initialiser: () => undefined })
  bare.parameters.set([1, 2, 3, 4, 5, 6])
  await saveModel(join(folder, 'bare.json'), bare)
})

it('shows layers, columns, weights and the hash of the file, and that saturation wants data', async () => {
  const { code, stdout, stderr } = await run(['inspect', 'iris.safetensors'], { cwd: folder })
  const file = readFileSync(join(folder, 'iris.safetensors'))
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain(`iris.safetensors: ${file.length.toLocaleString('en')} bytes, SHA-256 ${createHash('sha256').update(file).digest('hex')}`)
  expect(stdout).toContain('[4, 16, 3], float32, 131 parameters, logLikelihood cost')
  expect(stdout).toMatch(/^ {4}2 {7}16 {2}tanh {16}80$/m)
  expect(stdout).toMatch(/^species +target +one of setosa, versicolor, virginica$/m)
  expect(stdout).toMatch(/^layer 3, 48 weights: min -\d/m)
  expect(stdout).toContain('Saturation is a matter of data')
})

it('shows with data how saturated each layer is', async () => {
  const { stdout } = await run(['inspect', 'iris.safetensors', 'iris.csv', 'iris.csv'], { cwd: folder })
  expect(stdout).toContain('below 0.05 of its largest, over neurons × 300 rows')
  expect(stdout).toMatch(/^ {4}3 +\d+\.\d % +0\.\d+ +0\.250$/m)
  const { rows, layers, preprocessing, cost } = JSON.parse((await run(['inspect', 'iris.safetensors', 'iris.csv', '--json'], { cwd: folder })).stdout) as Inspected
  expect([rows, cost, preprocessing?.inputs.length, layers[1]?.saturation?.largestSlope]).toEqual([150, 'logLikelihood', 4, expect.closeTo(0.25, 3)])
})

it('inspects a network alone, to which no rows can be put', async () => {
  const { code, stdout } = await run(['inspect', 'bare.json'], { cwd: folder })
  expect(code).toBe(0)
  expect(stdout).toContain('[2, 3, 1], float32, 13 parameters, no cost said')
  expect(stdout).toContain('a network alone')
  // Weights 1 … 6: mean 3.5, deviation √(35/12).
  expect(stdout).toContain('layer 2, 6 weights: min 1.00, mean 3.50, deviation 1.71, max 6.00, zeros 0')
  expect(stdout).toMatch(/^0\.00 … 0\.00 █+ 3$/m)
  expect(await run(['inspect', 'bare.json', 'iris.csv'], { cwd: folder })).toMatchObject({ code: 3, stderr: expect.stringContaining('a model that says how rows become its inputs') as string })
  writeFileSync(join(folder, 'none.json'), '{}')
  expect(await run(['inspect', 'none.json'], { cwd: folder })).toMatchObject({ code: 3, stdout: '' })
})

it('puts every number into one interval, the largest into the last', () => {
  const { histogram, zeros, deviation } = statisticsOf([0, 0, 1, 6, 11.9, 12])
  expect(histogram).toEqual([2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2].map((count, i) => ({ from: i, to: i + 1, count })))
  // The mean is 5.15, the squares sum up to 163.475.
  expect([zeros, deviation]).toEqual([2, expect.closeTo(5.2198, 4)])
  expect(statisticsOf([-1.5e308, 1.5e308]).histogram.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
})

it('draws bars to an eighth of a column, the fullest across, and none for nothing', () => {
  expect(histogramChart([16, 0, 1, 9].map((count, i) => ({ from: i, to: i + 1, count })), 23)).toBe(
    ['0.00 … 1.00 ████████ 16', '1.00 … 2.00  0', '2.00 … 3.00 ▌ 1', '3.00 … 4.00 ████▌ 9'].join('\n'),
  )
})

it('says of every kind of column how it becomes numbers', () => {
  const table = preprocessingTable({
    inputs: [
      { name: 'x\u001b', kind: 'number', mean: 1.23456, deviation: 2, fill: 3 },
      { name: 'c', kind: 'category', categories: ['', 'b'], unknown: 'zeros' },
      { name: 'd', kind: 'category', categories: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'], unknown: 'error' },
      { name: 'image', kind: 'bytes', count: 784, scale: 1 / 255 },
    ],
    target: { kind: 'numbers', columns: [{ name: 'y', mean: 0, deviation: 1 }] },
  })
  expect(table.split('\n').slice(1)).toEqual([
    'x\\u{1b}  number    (x − 1.235)/2; missing cells become 3',
    'c        category  one of (missing), b; another becomes zeros',
    'd        category  one of a, b, c, d, e, f, g, h and 2 more; another is an error',
    'image    bytes     784 bytes × 0.003922',
    'y        target    (x − 0)/1',
  ])
})
