import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cos } from './cos.js'
import { sin } from './sin.js'
import { goldenBits } from './reference/goldenBits.js'
import points from './reference/sin.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'

it('sin is within 0.8 ulp of the true value at every reference point', () => {
  const worst = worstError(sin, points)
  expect(worst.ulps, `at x = ${worst.at[0]}`).toBeLessThan(0.8)
})

it('sin keeps ±0 and has no value at ±∞', () => {
  expect([0, -0, Infinity, -Infinity, NaN].map(sin)).toEqual([0, -0, NaN, NaN, NaN])
  expect([5e-324, -5e-324, 1e-45, -1e-45].map(sin)).toEqual([5e-324, -5e-324, 1e-45, -1e-45])
})

it('sin is odd to the bit, and sin² + cos² = 1 for every finite x', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(sin(-x)).toBe(-sin(x))
      expect(Math.abs(sin(x) * sin(x) + cos(x) * cos(x) - 1)).toBeLessThanOrEqual(3 * Number.EPSILON)
    }),
    { numRuns: 1000 },
  )
})

it('sin has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits(sin, -100000, 100000)).toBe('de52fc43047c8d60ceb7a16d1551144decc527f94993a5127da3e2dbc794599f')
})
