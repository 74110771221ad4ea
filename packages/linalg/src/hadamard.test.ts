import { expect, it } from 'vitest'
import fc from 'fast-check'
import { fromColumns } from './fromColumns.js'
import { fromRows } from './fromRows.js'
import { hadamard } from './hadamard.js'
import { zeros } from './zeros.js'

it('(28) multiplies entry by entry: [1, 2] ⊙ [3, 4] = [3, 8]', () => {
  expect(hadamard(fromColumns([[1, 2]]), fromColumns([[3, 4]])).toColumns()).toEqual([[3, 8]])
})

it('writes into out, which may be a factor', () => {
  const A = fromRows([[1, 2], [3, 4]])
  expect(hadamard(A, fromRows([[5, 6], [7, 8]]), A)).toBe(A)
  expect(A.toRows()).toEqual([[5, 12], [21, 32]])
})

it('commutes', () => {
  const column = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(column, column, (x, y) => {
      const X = fromColumns([x], { dtype: 'float64' })
      const Y = fromColumns([y], { dtype: 'float64' })
      expect(hadamard(X, Y).data).toEqual(hadamard(Y, X).data)
    }),
  )
})

it.each([
  [zeros(2, 2), zeros(3, 2), zeros(2, 2), 'rows'],
  [zeros(2, 2), zeros(2, 3), zeros(2, 2), 'columns'],
  [zeros(2, 2), zeros(2, 2), zeros(1, 2), 'rows'],
  [zeros(2, 2), zeros(2, 2, { dtype: 'float64' }), zeros(2, 2), 'dtype'],
])('refuses shapes that differ, naming the side (%#)', (A, B, out, side) => {
  expect(() => hadamard(A, B, out)).toThrow(expect.objectContaining({ code: 'ShapeError', side }))
})

it('refuses an out that overlaps either factor in part, and takes each as out', () => {
  const wide = zeros(2, 4)
  const alias = expect.objectContaining({ code: 'ShapeError', operation: 'hadamard, out', side: 'alias' }) as Error
  expect(() => hadamard(wide.columns(0, 2), zeros(2, 2), wide.columns(1, 3))).toThrow(alias)
  expect(() => hadamard(zeros(2, 2), wide.columns(0, 2), wide.columns(1, 3))).toThrow(alias)
  const B = fromRows([[5, 6]])
  expect(hadamard(fromRows([[2, 3]]), B, B).toRows()).toEqual([[10, 18]])
})
