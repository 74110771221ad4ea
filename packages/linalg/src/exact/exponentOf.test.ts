import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exponentOf } from './exponentOf.js'
import { powInt } from './powInt.js'

it('x · 2^−exponentOf(x) lies in [√½, √2)', () => {
  fc.assert(
    fc.property(fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }), (x) => {
      const k = exponentOf(x)
      // In two steps, since 2⁻ᵏ may be no number.
      const share = x * powInt(2, -Math.floor(k / 2)) * powInt(2, Math.floor(k / 2) - k)
      expect(share).toBeGreaterThan(Math.SQRT1_2 * (1 - 2 ** -19))
      expect(share).toBeLessThan(Math.SQRT2 * (1 + 2 ** -19))
    }),
    { numRuns: 1000 },
  )
})

it('exponentOf is k at 2ᵏ for every power of two', () => {
  for (let k = -1074; k <= 1023; k++) expect(exponentOf(powInt(2, k))).toBe(k)
})
