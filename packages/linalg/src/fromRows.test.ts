import { expect, it } from 'vitest'
import { fromRows } from './fromRows.js'

it('reads as on paper', () => {
  const A = fromRows([[1, 2, 3], Float32Array.of(4, 5, 6)])
  expect(A).toMatchObject({ rows: 2, cols: 3 })
  expect(A.get(1, 0)).toBe(4)
  expect(fromRows([])).toMatchObject({ rows: 0, cols: 0 })
})

it('names the first row of another length', () => {
  expect(() => fromRows([[1, 2], [3, 4, 5]])).toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'fromRows, row 1', side: 'columns', got: '3' }),
  )
})
