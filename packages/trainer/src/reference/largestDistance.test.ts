import { expect, it } from 'vitest'
import { largestDistance } from './largestDistance.js'

it('is the largest distance, wherever it is', () => {
  expect(largestDistance([[1, 2], [3, 4]], [[1, 2.5], [3, 3.75]])).toBe(0.5)
})

it('takes no list for equal that has more numbers, or one that is NaN', () => {
  expect(largestDistance([[1]], [[1], [2]])).toBe(Infinity)
  expect(largestDistance([[1]], [[1, 2]])).toBe(Infinity)
  expect(largestDistance([[1, NaN]], [[1, 2]])).toBeNaN()
})
