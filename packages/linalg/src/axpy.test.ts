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
