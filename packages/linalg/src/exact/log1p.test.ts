import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expm1 } from './expm1.js'
import { log1p } from './log1p.js'
import { goldenBits } from './reference/goldenBits.js'
import { largestDrop } from './reference/largestDrop.js'
import points from './reference/log1p.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'

it('log1p is within 0.9 ulp of the true value at every reference point', () => {
  const worst = worstError(log1p, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(0.9)
})

it('log1p never falls from one double to the next', () => {
  for (const x of [0.4142, -0.2928, -0.29289322, 0.41421356, 1, 2, 1e10, -0.9]) expect(largestDrop(log1p, x), `about ${x}`).toBe(0)
})

it('log1p has its limits at ±0, −1, ∞ and no value below −1', () => {
  expect([0, -0, -1, Infinity, -1.5, -Infinity, NaN].map(log1p)).toEqual([0, -0, -Infinity, Infinity, NaN, NaN, NaN])
  expect([5e-324, -5e-324, 1e-45, -1e-45].map(log1p)).toEqual([5e-324, -5e-324, 1e-45, -1e-45])
})

it('log1p undoes expm1', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 700, noNaN: true }), (x) => {
      // Near −1 the error of expm1, half a place of 0.63, weighs e times as much.
      expect(Math.abs(log1p(expm1(x)) - x)).toBeLessThanOrEqual(4 * Math.abs(x) * Number.EPSILON)
    }),
    { numRuns: 500 },
  )
})

it('log1p has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(log1p, -1, 10)).toBe('0ebaeeddcb39c5707f78c3a7015557b02da1952ba760d620299b1a712807cbbd')
})
