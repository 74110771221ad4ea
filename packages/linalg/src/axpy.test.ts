import { expect, it } from 'vitest'
import { axpy } from './axpy.js'
import { fromColumns } from './fromColumns.js'
import { zeros } from './zeros.js'

it('adds a multiple', () => {
  const y = fromColumns([[1, 2]])
  expect(axpy(3, fromColumns([[10, 20]]), y)).toBe(y)
  expect(y.toColumns()).toEqual([[31, 62]])
})

it('refuses shapes that differ', () => {
  expect(() => axpy(1, zeros(1, 2), zeros(2, 1))).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'axpy' }))
})

it('refuses an out that overlaps the input in part, and takes one beside it', () => {
  const wide = zeros(2, 4)
  const [A, out] = [wide.columns(0, 2), wide.columns(1, 3)]
  expect(() => axpy(2, A, out)).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'axpy', side: 'alias' }))
  expect(() => axpy(2, A, wide.columns(2, 4))).not.toThrow()
})

it('takes X itself as out', () => {
  const y = fromColumns([[1, 2]])
  axpy(3, y, y)
  expect(y.toColumns()).toEqual([[4, 8]])
})

it('rounds alpha, the product and the sum to float32, and nothing in float64', () => {
  const third = Math.fround(1 / 3)
  const y = fromColumns([[1]])
  axpy(0.1, fromColumns([[1 / 3]]), y)
  expect(y.get(0, 0)).toBe(Math.fround(1 + Math.fround(Math.fround(0.1) * third)))
  const exact = fromColumns([[1]], { dtype: 'float64' })
  axpy(0.1, fromColumns([[1 / 3]], { dtype: 'float64' }), exact)
  expect(exact.get(0, 0)).toBe(1 + 0.1 * (1 / 3))
})
