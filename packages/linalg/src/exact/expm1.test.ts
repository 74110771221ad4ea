import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exp } from './exp.js'
import { expm1 } from './expm1.js'
import { goldenBits } from './reference/goldenBits.js'
import { largestDrop } from './reference/largestDrop.js'
import points from './reference/expm1.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'
import { ulpsBetween } from './ulpsBetween.js'

it('expm1 is within 0.95 ulp of the true value at every reference point', () => {
  const worst = worstError(expm1, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(0.95)
})

it('expm1 never falls from one double to the next', () => {
  for (const x of [0.34657359, -0.34657359, 1.0397207, 0.2, -1, -37.42, 40, 1e-17]) expect(largestDrop(expm1, x), `about ${x}`).toBe(0)
})

it('expm1 has its limits at ±0, ±∞ and where the numbers end', () => {
  expect([0, -0, Infinity, -Infinity, NaN].map(expm1)).toEqual([0, -0, Infinity, -1, NaN])
  expect([5e-324, -5e-324, 1e-45, -1e-45].map(expm1)).toEqual([5e-324, -5e-324, 1e-45, -1e-45])
  expect([709.8, 1e4, 1e300].map(expm1)).toEqual(Array(3).fill(Infinity))
  expect([-40.5, -1e4, -1e300].map(expm1)).toEqual(Array(3).fill(-1))
})

it('expm1 is exp − 1 where that does not cancel', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 700, noNaN: true }), (x) => {
      expect(ulpsBetween(expm1(x), exp(x) - 1)).toBeLessThanOrEqual(3)
    }),
    { numRuns: 500 },
  )
})

it('expm1 has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(expm1, -40, 40)).toBe('48e83f29a15112fcc904823bff8deb78f16afdcc77871b7e6e8a23e68d529256')
})
