import { expect, it } from 'vitest'
import { copy } from './copy.js'
import { fromColumns } from './fromColumns.js'
import { zeros } from './zeros.js'

it('copies: a change of one is not seen in the other', () => {
  const A = fromColumns([[1, 2]])
  const B = copy(A)
  A.set(0, 0, 9)
  expect(B.toColumns()).toEqual([[1, 2]])
  expect(copy(A, B)).toBe(B)
  expect(B.get(0, 0)).toBe(9)
})

it('refuses an out of another shape', () => {
  expect(() => copy(zeros(1, 2), zeros(2, 1))).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'copy' }))
})

it('refuses an out that overlaps the input in part, and takes one beside it', () => {
  const wide = zeros(2, 4)
  const [A, out] = [wide.columns(0, 2), wide.columns(1, 3)]
  expect(() => copy(A, out)).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'copy', side: 'alias' }))
  expect(() => copy(A, wide.columns(2, 4))).not.toThrow()
})
