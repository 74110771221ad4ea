import { expect, it } from 'vitest'
import fc from 'fast-check'
import { median, moments } from './moments.js'

it('gives the mean and the deviation of numbers', () => {
  expect(moments([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, deviation: 2 })
  expect(moments([3])).toEqual({ mean: 3, deviation: 0 })
  expect(moments([0.1, 0.1, 0.1])).toEqual({ mean: 0.1, deviation: 0 })
})

it('overflows and vanishes nowhere', () => {
  expect(moments([1e300, 3e300])).toEqual({ mean: 2e300, deviation: 1e300 })
  expect(moments([1e-300, 3e-300]).deviation / 1e-300).toBeCloseTo(1, 12)
})

it('moves and stretches as the numbers do', () => {
  const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(numbers, fc.integer({ min: -50, max: 50 }), (x, by) => {
      const { mean, deviation } = moments(x)
      const moved = moments(x.map((value) => 4 * value + by))
      expect(moved.mean).toBeCloseTo(4 * mean + by, 8)
      expect(moved.deviation).toBeCloseTo(4 * deviation, 8)
    }),
  )
})

it('gives the number in the middle, or the mean of the two there', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 9, 1, 2])).toBe(5.5)
  expect(median([])).toBeNaN()
})

it('gives no −0, which JSON would not keep', () => {
  expect(Object.is(median([-5e-324, 0]), 0)).toBe(true)
  expect(Object.is(moments([-0, -0]).mean, 0)).toBe(true)
})
