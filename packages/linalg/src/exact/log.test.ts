import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exp } from './exp.js'
import { log } from './log.js'
import { powInt } from './powInt.js'
import { goldenBits } from './reference/goldenBits.js'
import { largestDrop } from './reference/largestDrop.js'
import points from './reference/log.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'
import { ulpsBetween } from './ulpsBetween.js'

it('log is within 0.9 ulp of the true value at every reference point', () => {
  const worst = worstError(log, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(0.9)
})

it('log never falls from one double to the next', () => {
  for (const x of [0.70710678, 1.41421356, 1, 2.828427, 1e-310, 5, 1e100]) expect(largestDrop(log, x), `about ${x}`).toBe(0)
})

it('log has its limits at 0, 1, ∞ and no value below 0', () => {
  expect([0, -0, 1, Infinity, -5e-324, -1, -Infinity, NaN].map(log)).toEqual([-Infinity, -Infinity, 0, Infinity, NaN, NaN, NaN, NaN])
})

it('log(exp x) is x, as nearly as exp x can say', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
      // 0.8 ulp of exp moves x by at most 0.8 · 2⁻⁵², and log adds 0.9 ulp.
      expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual((1 + Math.abs(x)) * Number.EPSILON)
    }),
    { numRuns: 500 },
  )
})

it('log 2ᵏ is k ln 2, subnormal powers included', () => {
  for (let k = -1074; k <= 1023; k++) expect(ulpsBetween(log(powInt(2, k)), k * Math.LN2)).toBeLessThanOrEqual(1)
})

it('log has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(log, 0, 10)).toBe('a581a620d2e2a08cb88f2565bfccf1b22f64e8db4290a14835d1a163e8bb51bf')
})
