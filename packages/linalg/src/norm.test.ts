import { expect, it } from 'vitest'
import { fromColumns } from './fromColumns.js'
import { maxNorm, norm } from './norm.js'
import { zeros } from './zeros.js'

const column = (...numbers: number[]) => fromColumns([numbers], { dtype: 'float64' })

it('is the Euclidean length: 3, 4 gives 5', () => {
  expect(norm(column(3, -4))).toBe(5)
  expect(norm(fromColumns([[1, 1], [1, 1]]))).toBe(2)
})

it('neither overflows nor underflows on the way', () => {
  expect(norm(column(3e200, 4e200)) / 5e200).toBeCloseTo(1, 15)
  expect(norm(column(3e-200, 4e-200)) / 5e-200).toBeCloseTo(1, 15)
})

it('is 0 for zeros and nothing, ∞ and NaN where an entry is', () => {
  expect(norm(zeros(2, 2))).toBe(0)
  expect(norm(zeros(0, 0))).toBe(0)
  expect(norm(column(1, Infinity))).toBe(Infinity)
  expect(norm(column(1, NaN, 5))).toBeNaN()
})

it('has the largest absolute entry as its sister', () => {
  expect(maxNorm(column(1, -7, 3))).toBe(7)
  expect(maxNorm(column(NaN, 1))).toBeNaN()
})
