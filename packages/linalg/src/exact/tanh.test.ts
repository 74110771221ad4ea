import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exp } from './exp.js'
import { tanh } from './tanh.js'
import { goldenBits } from './reference/goldenBits.js'
import { largestDrop } from './reference/largestDrop.js'
import points from './reference/tanh.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'

it('tanh is within 1.5 ulp of the true value at every reference point', () => {
  const worst = worstError(tanh, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(1.5)
})

it('tanh never falls from one double to the next', () => {
  for (const x of [0.575, 0.5, 0.1, -0.575, 1, 5, 10, 19.06]) expect(largestDrop(tanh, x), `about ${x}`).toBe(0)
})

it('tanh has its limits at ±0 and ±∞', () => {
  expect([0, -0, Infinity, -Infinity, NaN].map(tanh)).toEqual([0, -0, 1, -1, NaN])
  expect([5e-324, -5e-324, 1e-45, -1e-45, 1e-8, -1e-8].map(tanh)).toEqual([5e-324, -5e-324, 1e-45, -1e-45, 1e-8, -1e-8])
  expect([22, 1e4, 1e300, -22, -1e4, -1e300].map(tanh)).toEqual([1, 1, 1, -1, -1, -1])
})

it('tanh is odd to the bit and equals (1 − e) / (1 + e), e = exp(−2x)', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
      expect(tanh(-x)).toBe(-tanh(x))
      const e = exp(-2 * x)
      // The difference 1 − e is off by at most 2⁻⁵³ of the larger of its parts.
      expect(Math.abs(tanh(x) - (1 - e) / (1 + e))).toBeLessThanOrEqual(4 * Number.EPSILON)
    }),
    { numRuns: 500 },
  )
})

it('tanh has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(tanh, -20, 20)).toBe('5d4b8d60f04b8a21a704cf403d7cbd5c0141445fd4d7018773afda9b309a48f1')
})
