import { expect, it } from 'vitest'
import { argmaxByColumn } from './argmaxByColumn.js'
import { fromColumns } from './fromColumns.js'

it('finds the row of the largest entry of each column, the first among equals', () => {
  expect([...argmaxByColumn(fromColumns([[1, 3, 2], [-1, -2, -3], [5, 5, 5], [0, 1, 1]]))]).toEqual([1, 0, 0, 1])
})

it('writes into out', () => {
  const out = new Int32Array(2)
  expect(argmaxByColumn(fromColumns([[0, 1], [1, 0]]), out)).toBe(out)
  expect([...out]).toEqual([1, 0])
})

it('refuses NaN, naming sample and row, and does not answer 0', () => {
  expect(() => argmaxByColumn(fromColumns([[1, 2], [3, NaN]]))).toThrow(expect.objectContaining({ code: 'DataError', sample: 1, row: 1 }))
})
