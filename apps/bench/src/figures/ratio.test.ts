import { expect, it } from 'vitest'
import { ratio } from './ratio.js'

it('divides round by round, so that a machine that slows down for both changes nothing', () => {
  expect(ratio([20, 10, 2], [10, 5, 1])).toEqual({ median: 2, min: 2, max: 2 })
})

it('compares only rounds that both ran', () => {
  expect(ratio([3, 6], [1, 1, 100]).max).toBe(6)
  expect(ratio([], [1]).median).toBeNaN()
})
