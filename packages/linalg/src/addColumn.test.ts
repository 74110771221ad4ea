import { expect, it } from 'vitest'
import type { Backend, Block } from './backend.js'
import { addColumn } from './addColumn.js'
import { fromColumns } from './fromColumns.js'
import { fromRows } from './fromRows.js'
import { reference } from './reference/reference.js'
import { zeros } from './zeros.js'

const A = fromRows([[1, 2, 3], [4, 5, 6]])

it('adds one column to every column', () => {
  expect(addColumn(A, fromColumns([[10, 20]])).toRows()).toEqual([[11, 12, 13], [24, 25, 26]])
  expect(A.get(0, 0)).toBe(1)
})

it('writes into out, which may be A', () => {
  const B = fromRows([[1, 2], [4, 5]])
  expect(addColumn(B, fromColumns([[10, 20]]), B)).toBe(B)
  expect(B.toRows()).toEqual([[11, 12], [24, 25]])
})

it('refuses a row, and an out of another shape', () => {
  expect(() => addColumn(A, fromRows([[10, 20]]))).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'addColumn, b' }))
  expect(() => addColumn(A, fromColumns([[10, 20]]), fromRows([[1], [2]]))).toThrow(expect.objectContaining({ operation: 'addColumn, out' }))
})

it('says which shape out should have', () => {
  expect(() => addColumn(A, fromColumns([[10, 20]]), fromRows([[1], [2]]))).toThrow(expect.objectContaining({ shapes: ['2 × 1', '2 × 3'] }))
})

it('says which shapes a column of another type and its matrix have', () => {
  const b = fromColumns([[10, 20]], { dtype: 'float64' })
  expect(() => addColumn(A, b)).toThrow(expect.objectContaining({ side: 'dtype', shapes: ['2 × 1 float64', '2 × 3 float32'] }))
})

it('refuses an out that holds b or overlaps A in part', () => {
  const wide = fromRows([[1, 2, 3, 4], [4, 5, 6, 7]])
  const alias = { code: 'ShapeError', operation: 'addColumn, out', side: 'alias' }
  expect(() => addColumn(A, wide.columns(0, 1), wide.columns(0, 3))).toThrow(expect.objectContaining({ ...alias, shapes: ['2 × 3', '2 × 1'] }))
  expect(() => addColumn(wide.columns(0, 1), wide.columns(0, 1), wide.columns(0, 1))).toThrow(expect.objectContaining(alias))
  expect(() => addColumn(wide.columns(0, 2), fromColumns([[10, 20]]), wide.columns(1, 3))).toThrow(expect.objectContaining(alias))
  expect(addColumn(wide.columns(0, 2), wide.columns(3, 4), wide.columns(0, 2)).toRows()).toEqual([[5, 6], [11, 12]])
})

it('is the backend\'s where it has it, in place, on a copy of A where out is another', () => {
  const calls: Block[][] = []
  const backend: Backend = { ...reference, addColumn: (b, z) => void calls.push([b, z]) }
  const own = fromRows([[1], [2]], { backend })
  const b = fromColumns([[10, 20]], { backend })
  const out = zeros(2, 1, { backend })
  expect(addColumn(own, b, out)).toBe(out)
  expect(out.toRows()).toEqual([[1], [2]])
  addColumn(own, b, own)
  expect(calls.map(([column, z]) => [column === b, z === out, z === own])).toEqual([[true, true, false], [true, false, true]])
  expect(addColumn(own, fromColumns([[10, 20]]), out).toRows()).toEqual([[11], [22]])
})
