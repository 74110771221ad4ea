import { expect, it } from 'vitest'
import { zeros } from './zeros.js'

it('makes zeros of the shape and type asked for', () => {
  expect(zeros(2, 3).data).toEqual(new Float32Array(6))
  expect(zeros(2, 3, { dtype: 'float64' }).data).toEqual(new Float64Array(6))
  expect(zeros(0, 5)).toMatchObject({ rows: 0, cols: 5 })
})

it.each([
  [-1, 2, 'rows', '-1'],
  [2, 1.5, 'cols', '1.5'],
  [NaN, 1, 'rows', 'NaN'],
])('refuses %s × %s, naming the size', (rows, cols, option, got) => {
  expect(() => zeros(rows, cols)).toThrow(expect.objectContaining({ code: 'OptionError', option, got }))
})
