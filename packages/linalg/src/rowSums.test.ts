import { expect, it } from 'vitest'
import type { Backend } from './backend.js'
import { fromRows } from './fromRows.js'
import { rowSums } from './rowSums.js'
import { reference } from './reference/reference.js'
import { zeros } from './zeros.js'

const A = fromRows([[1, 2, 3], [4, 5, -6]])

it('adds up the columns', () => {
  expect(rowSums(A).toColumns()).toEqual([[6, 3]])
  expect(rowSums(zeros(2, 0)).toColumns()).toEqual([[0, 0]])
})

it('scales, and overwrites what out held', () => {
  const out = fromRows([[NaN], [7]])
  expect(rowSums(A, out, 1 / 3)).toBe(out)
  expect(out.toColumns()).toEqual([[2, 1]])
})

it('rounds once: small numbers beside a large one are not lost on the way', () => {
  const row = fromRows([[2 ** 24, 1, 1, 1, 1]])
  expect(rowSums(row).get(0, 0)).toBe(2 ** 24 + 4)
})

it('refuses an out of another shape or type', () => {
  expect(() => rowSums(A, zeros(3, 1))).toThrow(expect.objectContaining({ code: 'ShapeError', side: 'rows' }))
  expect(() => rowSums(A, zeros(2, 2))).toThrow(expect.objectContaining({ side: 'columns' }))
  expect(() => rowSums(A, zeros(2, 1, { dtype: 'float64' }))).toThrow(expect.objectContaining({ side: 'dtype' }))
})

it('says which shapes an out of another type and its matrix have', () => {
  expect(() => rowSums(A, zeros(2, 1, { dtype: 'float64' }))).toThrow(expect.objectContaining({ shapes: ['2 × 1 float64', '2 × 3 float32'] }))
})

it('refuses an out that lies in A', () => {
  const wide = fromRows([[1, 2, 3], [4, 5, -6]])
  expect(() => rowSums(wide, wide.columns(0, 1))).toThrow(
    expect.objectContaining({ code: 'ShapeError', operation: 'rowSums, out', side: 'alias', shapes: ['2 × 1', '2 × 3'] }),
  )
  expect(rowSums(wide.columns(0, 2), wide.columns(2, 3)).toColumns()).toEqual([[3, 9]])
})

it('is the backend\'s where it has it and both lie in its memory', () => {
  const calls: unknown[][] = []
  const backend: Backend = { ...reference, rowSums: (...all) => void calls.push(all) }
  const own = fromRows([[1, 2], [3, 4]], { backend })
  const out = zeros(2, 1, { backend })
  expect(rowSums(own, out, 0.5)).toBe(out)
  expect(calls.map(([scale, a, sums]) => [scale, a === own, sums === out])).toEqual([[0.5, true, true]])
  expect(rowSums(fromRows([[1, 2], [3, 4]]), out).toColumns()).toEqual([[3, 7]])
})
