import { expect, it } from 'vitest'
import { equals } from './equals.js'
import { fromColumns } from './fromColumns.js'
import { zeros } from './zeros.js'

const column = (...numbers: number[]) => fromColumns([numbers], { dtype: 'float64' })

it('means the same numbers unless a tolerance is given', () => {
  expect(equals(column(1, 2), column(1, 2))).toBe(true)
  expect(equals(column(1, 2), column(1, 2 + 1e-15))).toBe(false)
  expect(equals(column(0), column(-0))).toBe(true)
})

it('takes a tolerance as absolute below 1 and relative above', () => {
  expect(equals(column(0.001), column(0.0015), 1e-3)).toBe(true)
  expect(equals(column(1000), column(1000.5), 1e-3)).toBe(true)
  expect(equals(column(1000), column(1002), 1e-3)).toBe(false)
})

it('finds NaN equal to nothing and ∞ equal to itself alone', () => {
  expect(equals(column(NaN), column(NaN), 1)).toBe(false)
  expect(equals(column(Infinity), column(Infinity))).toBe(true)
  expect(equals(column(Infinity), column(1e300), 1)).toBe(false)
  expect(equals(column(Infinity), column(-Infinity), 9)).toBe(false)
})

it('finds other shapes and types different', () => {
  expect(equals(zeros(1, 2), zeros(2, 1))).toBe(false)
  expect(equals(zeros(2, 1), zeros(2, 2))).toBe(false)
  expect(equals(zeros(1, 1), zeros(1, 1, { dtype: 'float64' }))).toBe(false)
})
