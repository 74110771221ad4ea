import { expect, it } from 'vitest'
import { fromFunction } from './fromFunction.js'

it('gives entry (j, i) the value f(j, i)', () => {
  expect(fromFunction(2, 3, (j, i) => 10 * j + i).toRows()).toEqual([[0, 1, 2], [10, 11, 12]])
  expect(fromFunction(1, 1, () => 0.1, { dtype: 'float64' }).get(0, 0)).toBe(0.1)
})
