import { expect, it } from 'vitest'
import { dataset } from './dataset.js'
import { select } from './select.js'

const samples = dataset([[1, 2], [3, 4], [5, 6]], [[0], [1], [2]], { weights: [1, 2, 3], labels: [0, 1, 2] })

it('copies the samples of the indices in their order', () => {
  expect(select(samples, [2, 0, 2])).toEqual({
    size: 3,
    inputs: { rows: 2, data: Float64Array.of(5, 6, 1, 2, 5, 6) },
    targets: { rows: 1, data: Float64Array.of(2, 0, 2) },
    weights: { rows: 1, data: Float64Array.of(3, 1, 3) },
    labels: Uint8Array.of(2, 0, 2),
  })
  expect(select(samples, [0]).inputs.data.buffer).not.toBe(samples.inputs.data.buffer)
})

it.each([Uint8Array.of(7, 8), Float32Array.of(7, 8), Float64Array.of(7, 8)])('keeps the type and the scale of %s', (data) => {
  const chosen = select(dataset({ rows: 1, data, scale: 0.5 }, [[0], [1]]), [1])
  expect(chosen.inputs).toEqual({ rows: 1, data: data.slice(1), scale: 0.5 })
  expect(chosen.weights).toBeUndefined()
  expect(chosen.labels).toBeUndefined()
})

it.each([[[3]], [[-1]], [[0, 0.5]], [[NaN]], [[]]])('refuses the indices %j', (indices) => {
  expect(() => select(samples, indices)).toThrow(expect.objectContaining({ code: 'OptionError', option: 'indices' }))
})
