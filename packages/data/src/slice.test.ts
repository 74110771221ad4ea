import { expect, it } from 'vitest'
import { dataset } from './dataset.js'
import { slice } from './slice.js'

const samples = dataset([[1, 2], [3, 4], [5, 6]], [[0], [1], [2]], { weights: [1, 2, 3], labels: [0, 1, 2] })

it('gives a range of samples as views of the same numbers', () => {
  const { size, inputs, targets, weights, labels } = slice(samples, 1, 3)
  expect(size).toBe(2)
  expect(inputs).toEqual({ rows: 2, data: Float64Array.of(3, 4, 5, 6) })
  expect(targets.data).toEqual(Float64Array.of(1, 2))
  expect(weights?.data).toEqual(Float64Array.of(2, 3))
  expect(labels).toEqual(Uint8Array.of(1, 2))
  expect(inputs.data.buffer).toBe(samples.inputs.data.buffer)
})

it('keeps the scale', () => {
  const bytes = dataset({ rows: 1, data: Uint8Array.of(1, 2), scale: 1 / 255 }, [[0], [1]])
  expect(slice(bytes, 1, 2).inputs).toEqual({ rows: 1, data: Uint8Array.of(2), scale: 1 / 255 })
})

it.each([
  [-1, 2],
  [2, 2],
  [0, 4],
  [0.5, 2],
  [0, NaN],
])('refuses samples %f … %f of 3', (from, to) => {
  expect(() => slice(samples, from, to)).toThrow(expect.objectContaining({ code: 'OptionError', option: 'from, to' }))
})
