import { expect, it } from 'vitest'
import { fromColumns } from './fromColumns.js'
import { map } from './map.js'
import { zeros } from './zeros.js'

it('(24) acts on each entry: x ↦ x² takes [2, 3] to [4, 9]', () => {
  expect(map(fromColumns([[2, 3]]), (x) => x * x).toColumns()).toEqual([[4, 9]])
})

it('writes into out, which may be A', () => {
  const A = fromColumns([[1, 2]])
  expect(map(A, (x) => -x, A)).toBe(A)
  expect(A.toColumns()).toEqual([[-1, -2]])
})

it('refuses an out of another shape', () => {
  expect(() => map(zeros(2, 1), (x) => x, zeros(1, 2))).toThrow(expect.objectContaining({ code: 'ShapeError' }))
})

it('refuses an out that overlaps the input in part, and takes one beside it', () => {
  const wide = zeros(2, 4)
  const [A, out] = [wide.columns(0, 2), wide.columns(1, 3)]
  expect(() => map(A, (x) => -x, out)).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'map, out', side: 'alias' }))
  expect(() => map(A, (x) => -x, wide.columns(2, 4))).not.toThrow()
})
