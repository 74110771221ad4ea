import { expect, it } from 'vitest'
import { fromColumns } from './fromColumns.js'
import { scale } from './scale.js'
import { zeros } from './zeros.js'

it('multiplies every entry, into a new matrix or into out', () => {
  const A = fromColumns([[1, -2]])
  expect(scale(3, A).toColumns()).toEqual([[3, -6]])
  expect(scale(2, A, A)).toBe(A)
  expect(A.toColumns()).toEqual([[2, -4]])
})

it('refuses an out of another shape', () => {
  expect(() => scale(1, zeros(1, 2), zeros(2, 1))).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'scale' }))
})

it('refuses an out that overlaps the input in part, and takes one beside it', () => {
  const wide = zeros(2, 4)
  const [A, out] = [wide.columns(0, 2), wide.columns(1, 3)]
  expect(() => scale(2, A, out)).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'scale', side: 'alias' }))
  expect(() => scale(2, A, wide.columns(2, 4))).not.toThrow()
})
