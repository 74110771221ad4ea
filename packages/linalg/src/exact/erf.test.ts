import fc from 'fast-check'
import { expect, it } from 'vitest'
import { erf } from './erf.js'
import { goldenBits } from './reference/goldenBits.js'
import { largestDrop } from './reference/largestDrop.js'
import points from './reference/erf.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'

it('erf is within 1.4 ulp of the true value at every reference point', () => {
  const worst = worstError(erf, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(1.4)
})

it('erf never falls from one double to the next', () => {
  for (const x of [0.8, 1e-5, 0.475, 1.5, 2, 3, 5.9]) expect(largestDrop(erf, x), `about ${x}`).toBe(0)
})

it('erf falls by at most one place near 1, where its two forms meet', () => {
  for (const x of [0.95, 1]) expect(largestDrop(erf, x), `about ${x}`).toBeLessThanOrEqual(1)
})

it('erf has its limits at ±0 and ±∞', () => {
  expect([0, -0, Infinity, -Infinity, NaN].map(erf)).toEqual([0, -0, 1, -1, NaN])
  expect([6.5, 1e4, 1e300, -6.5, -1e4, -1e300].map(erf)).toEqual([1, 1, 1, -1, -1, -1])
})

it('erf is odd to the bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (x) => {
      expect(erf(-x)).toBe(-erf(x))
    }),
    { numRuns: 500 },
  )
})

it('erf has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(erf, -6, 6)).toBe('e605520eb3ca644f35ed05337afe8e788d66f55f9a2294e0ab5c10ca9075f832')
})
