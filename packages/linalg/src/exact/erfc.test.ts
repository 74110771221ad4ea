import fc from 'fast-check'
import { expect, it } from 'vitest'
import { erf } from './erf.js'
import { erfc } from './erfc.js'
import { goldenBits } from './reference/goldenBits.js'
import points from './reference/erfc.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'

it('erfc is within 4 ulp of the true value at every reference point', () => {
  const worst = worstError(erfc, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(4)
})

it('erfc has its limits at ±0 and ±∞', () => {
  expect([0, -0, Infinity, -Infinity, NaN].map(erfc)).toEqual([1, 1, 0, 2, NaN])
  expect([28.5, 1e4, 1e300, -28.5, -1e4, -1e300].map(erfc)).toEqual([0, 0, 0, 2, 2, 2])
})

it('erfc = 1 − erf, and erfc(x) + erfc(−x) = 2', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
      expect(Math.abs(erfc(x) - (1 - erf(x)))).toBeLessThanOrEqual(2 * Number.EPSILON)
      expect(Math.abs(erfc(x) + erfc(-x) - 2)).toBeLessThanOrEqual(2 * Number.EPSILON)
    }),
    { numRuns: 500 },
  )
})

it('erfc has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(erfc, -6, 27)).toBe('02c88d45a42bbd3f9a2a1b826b81240b30900c771156ff4836e47c11fc942287')
})
