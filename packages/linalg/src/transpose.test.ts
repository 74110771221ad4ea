import { expect, it } from 'vitest'
import { fromRows } from './fromRows.js'
import { transpose } from './transpose.js'
import { zeros } from './zeros.js'

const A = fromRows([[1, 2, 3], [4, 5, 6]])

it('turns rows into columns', () => {
  expect(transpose(A).toRows()).toEqual([[1, 4], [2, 5], [3, 6]])
  expect(transpose(transpose(A)).toRows()).toEqual(A.toRows())
})

it('writes into out', () => {
  const out = zeros(3, 2)
  expect(transpose(A, out)).toBe(out)
  expect(out.get(2, 1)).toBe(6)
})

it('refuses itself as out, and another shape', () => {
  const square = fromRows([[1, 2], [3, 4]])
  expect(() => transpose(square, square)).toThrow(expect.objectContaining({ side: 'alias' }))
  expect(() => transpose(A, zeros(2, 3))).toThrow(expect.objectContaining({ side: 'rows' }))
})
