import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exp } from './exp.js'
import { goldenBits } from './reference/goldenBits.js'
import { largestDrop } from './reference/largestDrop.js'
import points from './reference/exp.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'
import { ulpsBetween } from './ulpsBetween.js'

it('exp is within 0.8 ulp of the true value at every reference point', () => {
  const worst = worstError(exp, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(0.8)
})

it('exp never falls from one double to the next', () => {
  for (const x of [0.34657359, -0.34657359, 1.0397207, 1e-17, 2, -5, -708.4, -745.1, 300.2]) expect(largestDrop(exp, x), `about ${x}`).toBe(0)
})

it('exp has its limits at 0, ±∞ and where the numbers end', () => {
  expect([0, -0, Infinity, -Infinity, NaN].map(exp)).toEqual([1, 1, Infinity, 0, NaN])
  expect(exp(709.782712893384)).toBe(1.7976931348622732e308)
  expect(exp(709.7827128933841)).toBe(Infinity)
  expect(exp(-745.1332191019411)).toBe(5e-324)
  expect(exp(-745.1332191019412)).toBe(0)
  expect([1e300, 1e16, 1e4, 745.2, 709.8].map(exp)).toEqual(Array(5).fill(Infinity))
  expect([-1e300, -1e16, -1e4, -745.2, -746.5].map(exp)).toEqual(Array(5).fill(0))
})

it('exp(a + b) = exp(a) exp(b), where a + b is exact', () => {
  const eighths = fc.integer({ min: -2400, max: 2400 }).map((k) => k / 8)
  fc.assert(
    fc.property(eighths, eighths, (a, b) => {
      // 0.8 ulp of each of three values and the product's half, in places of the smaller binade.
      expect(ulpsBetween(exp(a + b), exp(a) * exp(b))).toBeLessThanOrEqual(5)
    }),
    { numRuns: 500 },
  )
})

it('exp has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(exp, -745.2, 709.8)).toBe('6cc5350c7ec6173e10037acb0e52e57f562eef8029d401d7ad017b5ec5d893c7')
})
