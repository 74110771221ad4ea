import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dataset } from './dataset.js'
import { standardise } from './standardise.js'

const of = (columns: number[][]) => dataset(columns, columns.map(() => [0]))

it('gives (x − mean) / deviation, by hand', () => {
  const { samples, mean, deviation } = standardise(of([[1, 10], [3, 10], [5, 10]]))
  expect(mean).toEqual(Float64Array.of(3, 10))
  expect(deviation[0]).toBeCloseTo(Math.sqrt(8 / 3), 15)
  expect(samples.inputs.data[0]).toBeCloseTo(-2 / Math.sqrt(8 / 3), 15)
  expect(samples.inputs.data[2]).toBe(0)
})

it('gives every row mean 0 and deviation 1', () => {
  // In steps of 0.001: the deviation of subnormal numbers has no digits to compare.
  const number = fc.integer({ min: -1e9, max: 1e9 }).map((x) => x / 1000)
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { minLength: 2 }), (columns) => {
      const { samples, deviation } = standardise(of(columns))
      for (const row of [0, 1]) {
        const x = columns.map((_, i) => samples.inputs.data[2 * i + row] ?? NaN)
        const first = columns[0]?.[row]
        if (columns.every((column) => column[row] === first)) {
          expect(deviation[row]).toBe(0)
          expect(x).toEqual(columns.map(() => 0))
        } else {
          // The mean itself is rounded: relative to a deviation that is tiny beside it, that shift shows.
          const slack = 1e-9 + (1e-9 * Math.max(...columns.map((column) => Math.abs(column[row] ?? 0)))) / (deviation[row] ?? 1)
          const mean = x.reduce((sum, y) => sum + y, 0) / x.length
          expect(Math.abs(mean)).toBeLessThanOrEqual(slack)
          expect(Math.abs(x.reduce((sum, y) => sum + y * y, 0) / x.length - 1)).toBeLessThanOrEqual(slack + slack * slack)
        }
      }
    }),
  )
})

it('makes a constant row 0, also where its sum is rounded', () => {
  const { samples, deviation, mean } = standardise(of(Array.from({ length: 10 }, () => [0.1])))
  expect(deviation).toEqual(Float64Array.of(0))
  expect(mean).toEqual(Float64Array.of(0.1))
  expect(samples.inputs.data).toEqual(new Float64Array(10))
})

it('treats other samples by the mean and deviation of the first', () => {
  const { apply } = standardise(of([[0, 5], [2, 5]]))
  expect(apply(of([[4, 7]])).inputs.data).toEqual(Float64Array.of(3, 2))
})

it('makes float32 of bytes, with their scale, and leaves the bytes', () => {
  const bytes = Uint8Array.of(0, 255)
  const { samples, mean } = standardise(dataset({ rows: 1, data: bytes, scale: 1 / 255 }, [[0], [1]]))
  expect(mean).toEqual(Float64Array.of(0.5))
  expect(samples.inputs).toEqual({ rows: 1, data: Float32Array.of(-1, 1) })
  expect(bytes).toEqual(Uint8Array.of(0, 255))
})

it('does not overflow or vanish in the squares', () => {
  for (const x of [1e200, 1e-200]) expect(standardise(of([[-x], [x]])).samples.inputs.data).toEqual(Float64Array.of(-1, 1))
})

it('refuses numbers too far apart, and samples of other rows', () => {
  expect(() => standardise(of([[-1e308], [1e308]]))).toThrow(expect.objectContaining({ code: 'DataError', row: 0 }))
  const { apply } = standardise(of([[0], [1e-300]]))
  expect(() => apply(of([[0], [1e300]]))).toThrow(
    expect.objectContaining({ code: 'DataError', sample: 1, row: 0, got: '1e+300' }),
  )
  expect(() => apply(of([[0, 1]]))).toThrow(expect.objectContaining({ code: 'ShapeError', side: 'rows', got: '2' }))
})
