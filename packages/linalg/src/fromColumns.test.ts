import { expect, it } from 'vitest'
import { fromColumns } from './fromColumns.js'

it('makes a sample of each column, from arrays of any kind', () => {
  const X = fromColumns([[1, 2, 3], Float64Array.of(4, 5, 6)], { dtype: 'float64' })
  expect(X).toMatchObject({ rows: 3, cols: 2, dtype: 'float64' })
  expect(X.toColumns()).toEqual([[1, 2, 3], [4, 5, 6]])
})

it('copies', () => {
  const column = [1, 2]
  const X = fromColumns([column])
  column[0] = 9
  expect(X.get(0, 0)).toBe(1)
})

it('makes an empty matrix of no column', () => {
  expect(fromColumns([])).toMatchObject({ rows: 0, cols: 0 })
})

it('names the first column of another length', () => {
  expect(() => fromColumns([[1, 2], [3, 4], [5]])).toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'fromColumns, column 2', side: 'rows', got: '1', shapes: ['2 numbers', '1 numbers'] }),
  )
})
