import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cos } from './cos.js'
import { sin } from './sin.js'
import { goldenBits } from './reference/goldenBits.js'
import points from './reference/cos.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'

it('cos is within 0.8 ulp of the true value at every reference point', () => {
  const worst = worstError(cos, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(0.8)
})

it('cos is 1 at ±0 and has no value at ±∞', () => {
  expect([0, -0, 5e-324, Infinity, -Infinity, NaN].map(cos)).toEqual([1, 1, 1, NaN, NaN, NaN])
})

it('cos is even to the bit, and cos 2x = cos² x − sin² x', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e5, max: 1e5, noNaN: true }), (x) => {
      expect(cos(-x)).toBe(cos(x))
      expect(Math.abs(cos(2 * x) - (cos(x) * cos(x) - sin(x) * sin(x)))).toBeLessThanOrEqual(4 * Number.EPSILON)
    }),
    { numRuns: 500 },
  )
})

it('cos has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(cos, -100000, 100000)).toBe('be7a1935756ef875af9f183acf6c8d4a4bd6fd7634d31b4788f417a248ac0831')
})
