import { fromColumns, zeros } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { dataset } from './dataset.js'
import type { Columns } from './samples.js'

const refusal = (fields: Record<string, unknown>) => expect.objectContaining({ code: 'DataError', ...fields }) as unknown

it('takes one array per sample, as columns one after another', () => {
  const { size, inputs, targets } = dataset(
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [[0], [1], [0]],
  )
  expect(size).toBe(3)
  expect(inputs).toEqual({ rows: 2, data: Float64Array.of(1, 2, 3, 4, 5, 6) })
  expect(targets).toEqual({ rows: 1, data: Float64Array.of(0, 1, 0) })
})

it('takes a typed array as one sample', () => {
  expect(dataset([Float32Array.of(1, 2)], [[1]]).inputs.data).toEqual(Float64Array.of(1, 2))
})

it('looks at a Matrix and at typed columns without copying, and keeps the scale', () => {
  const X = fromColumns([[1, 2]])
  const bytes: Columns = { rows: 1, data: Uint8Array.of(255), scale: 1 / 255 }
  const { inputs, targets } = dataset(X, bytes)
  expect(inputs.data).toBe(X.data)
  expect(targets).toEqual(bytes)
  expect(targets.data).toBe(bytes.data)
})

it('takes a number for each sample as weights, a byte as labels', () => {
  const { weights, labels } = dataset([[1], [2]], [[0], [1]], { weights: [0.5, 2], labels: [0, 1] })
  expect(weights).toEqual({ rows: 1, data: Float64Array.of(0.5, 2) })
  expect(labels).toEqual(Uint8Array.of(0, 1))
})

it('refuses different counts, and says both', () => {
  expect(() => dataset([[1], [2]], [[1]])).toThrow(
    refusal({ where: 'targets', expected: '2, one for each sample of inputs', got: '1' }),
  )
  expect(() => dataset([[1]], [[1]], { weights: [1, 2] })).toThrow(refusal({ where: 'weights', got: '2' }))
  expect(() => dataset([[1]], [[1]], { labels: [1, 2] })).toThrow(refusal({ where: 'labels', got: '2' }))
})

it('names the sample that is longer or shorter than the first', () => {
  expect(() => dataset([[1, 2], [3, 4], [5]], [[0], [0], [0]])).toThrow(
    refusal({ sample: 2, where: 'inputs, sample 2', expected: '2 numbers as in sample 0', got: '1' }),
  )
})

it('says that a column is a sample where rows were given', () => {
  expect(() => dataset([[1, 2, 3], [4, 5, 6]], [[0], [1], [0]])).toThrow('A column is a sample')
})

it.each([NaN, Infinity, -Infinity])('names the sample and the row of %f', (x) => {
  const where = { sample: 1, row: 0, got: String(x) }
  expect(() => dataset([[1, 2], [x, 3]], [[0], [0]])).toThrow(refusal(where))
  expect(() => dataset({ rows: 2, data: Float32Array.of(1, 2, x, 3) }, [[0], [0]])).toThrow(refusal(where))
  expect(() => dataset([[1], [2]], [[0], [x]])).toThrow(refusal({ ...where, where: 'targets, sample 1, row 0' }))
  expect(() => dataset([[1], [2]], [[0], [1]], { weights: [1, x] })).toThrow(
    refusal({ sample: 1, where: 'weights, sample 1, row 0' }),
  )
})

it('refuses an entry that is no number, and a sample that is no array', () => {
  const text: unknown[] = ['7']
  expect(() => dataset([text as number[]], [[1]])).toThrow(refusal({ sample: 0, row: 0, got: 'string' }))
  const flat: unknown[] = [1, 2]
  expect(() => dataset(flat as number[][], [[1], [2]])).toThrow(refusal({ sample: 0, got: 'number' }))
  const nothing: unknown = 42
  expect(() => dataset(nothing as number[][], [[1]])).toThrow(refusal({ where: 'inputs', got: 'number' }))
  const promise: unknown = Promise.resolve([[1]])
  expect(() => dataset(promise as number[][], [[1]])).toThrow(refusal({ where: 'inputs', got: 'a promise', fix: 'Write await before it.' }))
})

it('refuses an empty set', () => {
  expect(() => dataset([], [])).toThrow(refusal({ where: 'inputs', got: 'none' }))
  expect(() => dataset([[]], [[1]])).toThrow(refusal({ where: 'inputs', got: 'none' }))
  expect(() => dataset(zeros(3, 0), zeros(1, 0))).toThrow(refusal({ where: 'inputs', got: 'none' }))
})

it('refuses columns of another element type, rows that do not divide, a scale of 0', () => {
  const data: unknown = Int16Array.of(1)
  expect(() => dataset({ rows: 1, data: data as Float32Array }, [[1]])).toThrow(
    refusal({ where: 'inputs, data', got: 'Int16Array' }),
  )
  for (const rows of [2, 0, 1.5, NaN, -1]) {
    expect(() => dataset({ rows, data: Uint8Array.of(1, 2, 3) }, [[1]])).toThrow(refusal({ where: 'inputs, rows' }))
  }
  for (const scale of [0, NaN, Infinity]) {
    expect(() => dataset({ rows: 1, data: Uint8Array.of(1), scale }, [[1]])).toThrow(refusal({ where: 'inputs, scale' }))
  }
})

it.each([-1, 256, 0.5, NaN])('refuses %f as a label', (label) => {
  expect(() => dataset([[1], [2]], [[0], [1]], { labels: [0, label] })).toThrow(refusal({ sample: 1, got: String(label) }))
})
