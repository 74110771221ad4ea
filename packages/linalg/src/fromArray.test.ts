import { expect, it } from 'vitest'
import { fromArray } from './fromArray.js'

it('looks at the array and copies nothing', () => {
  const data = Float64Array.of(1, 2, 3, 4, 5, 6)
  const A = fromArray(data, 2, 3)
  expect(A).toMatchObject({ rows: 2, cols: 3, dtype: 'float64' })
  data[5] = 60
  expect(A.get(1, 2)).toBe(60)
})

it('refuses a length that is not rows × cols', () => {
  expect(() => fromArray(new Float32Array(5), 2, 3)).toThrow(
    expect.objectContaining({ code: 'ShapeError', got: '5', shapes: ['5 numbers', '2 × 3'] }),
  )
})
