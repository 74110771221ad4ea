import { expect, it } from 'vitest'
import { fromColumns } from './fromColumns.js'
import { fromRows } from './fromRows.js'
import { outer } from './outer.js'
import { zeros } from './zeros.js'

const x = fromColumns([[1, 2, 3]])
const y = fromColumns([[10, 20]])

it('is x yᵀ', () => {
  expect(outer(x, y).toRows()).toEqual([[10, 20], [20, 40], [30, 60]])
  expect(outer(x, y, zeros(3, 2), 0.1).get(2, 1)).toBeCloseTo(6, 6)
})

it('refuses what is not a column', () => {
  expect(() => outer(fromRows([[1, 2]]), y)).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'outer, x' }))
  expect(() => outer(x, fromRows([[1, 2]]))).toThrow(expect.objectContaining({ operation: 'outer, y' }))
})
