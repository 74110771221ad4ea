import { fromColumns, fromRows } from 'nabla'
import { expect, it } from 'vitest'
import { equations, flat, relativeDifference } from './figures.js'

const map = { w: fromRows([[1, -2], [3, 4]], { dtype: 'float64' }), b: fromColumns([[-5, 6]], { dtype: 'float64' }) }

it('lists numbers in the order of the parameters', () => {
  expect(flat([map, map])).toEqual([1, 3, -2, 4, -5, 6, 1, 3, -2, 4, -5, 6])
})

it('measures a difference against the second vector', () => {
  expect(relativeDifference([3, 4], [3, 4])).toBe(0)
  expect(relativeDifference([3, 4.5], [3, 4])).toBeCloseTo(0.1, 12)
})

it('writes maps side by side', () => {
  const lines = equations({ one: map, other: map }).split('\n')
  expect(lines.map((line) => line.split(/ {3,}/))).toEqual([
    ['one', 'other'],
    ['y0 =', '1.000000 x0 − 2.000000 x1 − 5.000000', 'y0 =', '1.000000 x0 − 2.000000 x1 − 5.000000'],
    ['y1 =', '3.000000 x0 + 4.000000 x1 + 6.000000', 'y1 =', '3.000000 x0 + 4.000000 x1 + 6.000000'],
  ])
  expect(equations({ one: { ...map, b: map.w } })).toContain('x1 + 1.000000')
})
