import { expect, it } from 'vitest'
import { dot } from './dot.js'
import { fromColumns } from './fromColumns.js'
import { zeros } from './zeros.js'

it('sums the products of equal entries', () => {
  expect(dot(fromColumns([[1, 2], [3, 4]]), fromColumns([[5, 6], [7, 8]]))).toBe(70)
  expect(dot(zeros(0, 0), zeros(0, 0))).toBe(0)
})

it('refuses shapes that differ', () => {
  expect(() => dot(zeros(2, 1), zeros(1, 2))).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'dot' }))
})
