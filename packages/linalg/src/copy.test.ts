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
