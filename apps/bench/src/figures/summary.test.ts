import { expect, it } from 'vitest'
import { summary } from './summary.js'

it('takes the middle number of an odd count, whatever the order', () => {
  expect(summary([5, 1, 9])).toEqual({ median: 5, min: 1, max: 9 })
})

it('takes the mean of the middle two of an even count', () => {
  expect(summary([4, 1, 2, 100]).median).toBe(3)
})

it('of no rounds knows nothing', () => {
  expect(summary([]).median).toBeNaN()
})
