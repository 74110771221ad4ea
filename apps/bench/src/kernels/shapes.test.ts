import { expect, it } from 'vitest'
import { operationsOf, shapes } from './shapes.js'

it('counts a multiplication and an addition for each of m · k · n products', () => {
  expect(operationsOf(shapes[0])).toBe(2 * 128 ** 3)
})

it('takes the forward product of W1 as 30 × 784 times 784 × 10', () => {
  expect(shapes.find(({ id }) => id === 'W1 forward')?.sizes).toEqual([30, 784, 10])
})
