import { expect, it } from 'vitest'
import { fromColumns } from './fromColumns.js'
import { fromFunction } from './fromFunction.js'
import { fromRows } from './fromRows.js'
import { reference } from './reference/reference.js'
import { zeros } from './zeros.js'

const A = () => fromRows([[1, 2, 3], [4, 5, 6]])

it('stores column after column', () => {
  expect([...A().data]).toEqual([1, 4, 2, 5, 3, 6])
  expect(A()).toMatchObject({ rows: 2, cols: 3, stride: 2, dtype: 'float32', backend: reference, offset: 0 })
  expect(fromRows([[1]], { dtype: 'float64' })).toMatchObject({ dtype: 'float64' })
})

it('reads and writes entries by row and column', () => {
  const matrix = A()
  matrix.set(1, 2, 60)
  expect(matrix.get(1, 2)).toBe(60)
  expect(matrix.get(0, 1)).toBe(2)
  expect(matrix.data[5]).toBe(60)
})

it('looks at a range of columns without copying', () => {
  const matrix = A()
  const view = matrix.columns(1, 3)
  expect(view.toRows()).toEqual([[2, 3], [5, 6]])
  view.set(0, 0, 20)
  expect(matrix.get(0, 1)).toBe(20)
  expect(view.columns(1, 2).toColumns()).toEqual([[3, 6]])
  expect(view.data.buffer).toBe(matrix.data.buffer)
  expect(view.columns(1, 2).offset).toBe(4)
})

it('takes an empty range of columns, and all of them', () => {
  expect(A().columns(3, 3)).toMatchObject({ cols: 0, rows: 2, offset: 6 })
  expect(A().columns(0, 3)).toMatchObject({ cols: 3, rows: 2, offset: 0 })
})

it.each([[-1, 2], [2, 4], [3, 2], [0.5, 2], [0, 1.5], [NaN, 2], [0, NaN], [0, Infinity]])(
  'refuses columns from %s to %s of three',
  (from, to) => {
    expect(() => A().columns(from, to)).toThrow(
      expect.objectContaining({ code: 'ShapeError', operation: 'columns', side: 'columns', shapes: ['2 × 3', `columns ${from} to ${to}`] }),
    )
  },
)

it('gives a column as a view, the same one each time', () => {
  const matrix = A()
  expect([...matrix.column(1)]).toEqual([2, 5])
  expect(matrix.column(1)).toBe(matrix.column(1))
  matrix.column(2)[0] = 30
  expect(matrix.get(0, 2)).toBe(30)
})

it('has a transposed view, the same one each time, that moves no number', () => {
  const matrix = A()
  const { T } = matrix
  expect(T).toMatchObject({ rows: 3, cols: 2, transposed: true, dtype: 'float32', backend: reference })
  expect(T).toBe(matrix.T)
  expect(T.T).toBe(matrix)
  expect(T.get(2, 1)).toBe(6)
  expect(T.toRows()).toEqual([[1, 4], [2, 5], [3, 6]])
  expect(T.toColumns()).toEqual([[1, 2, 3], [4, 5, 6]])
  matrix.set(0, 2, 7)
  expect(T.get(2, 0)).toBe(7)
  expect(matrix.matrix).toBe(matrix)
})

it('prints its shape and its numbers in columns', () => {
  expect(String(fromRows([[1, -2.5], [1e-7, 123456]], { dtype: 'float64' }))).toBe('2 × 2 float64\n     1    -2.5\n  1e-7  123460')
  expect(String(A().T)).toBe('3 × 2 float32\n1  4\n2  5\n3  6')
  expect(String(zeros(0, 3))).toBe('0 × 3 float32')
})

it('prints at most eight rows and columns', () => {
  const text = String(fromFunction(9, 9, (j, i) => (j + i) % 10))
  expect(text.split('\n')).toHaveLength(10)
  expect(text).toContain('  …\n')
  expect(text.endsWith('\n…')).toBe(true)
  expect(String(fromColumns([[1, 2]]))).not.toContain('…')
})
