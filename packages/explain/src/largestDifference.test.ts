import { expect, it } from 'vitest'
import { largestDifference } from './largestDifference.js'

it('is the largest gap beside the largest number, or alone where all are 0', () => {
  expect(largestDifference([1, -4.5, 2], [1, -4, 2.25])).toBe(0.125)
  expect(largestDifference([0.5, 0], [0, 0])).toBe(0.5)
  expect(largestDifference([], [])).toBe(0)
})
