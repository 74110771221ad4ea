import fc from 'fast-check'
import { expect, it } from 'vitest'
import { absolute } from './absolute.js'
import { checkCost } from './conformance.js'
import { huber } from './huber.js'
import { quadratic } from './quadratic.js'
import table from './reference/huber.json' with { type: 'json' }
import { worstComplexError, worstErrors } from './reference/worstErrors.js'

it('huber and its gradient are the true numbers', () => {
  const { value, gradient } = worstErrors(huber, table.rows)
  expect(value).toBeLessThan(4)
  expect(gradient).toBe(0)
})

it('huber keeps the contract of a cost, without a kink where its parts meet', () => {
  expect(checkCost(huber)).toMatchObject({ domain: [-Infinity, Infinity], kinks: [] })
})

it('huber is below the quadratic and the absolute cost, and less than half an output below one of them', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: -1e3, max: 1e3, noNaN: true }), (a, y) => {
      const least = Math.min(quadratic.value([a], [y]), absolute.value([a], [y]))
      // Squares below the smallest normal number have few digits.
      expect(huber.value([a], [y])).toBeLessThanOrEqual(least + 2 ** -1022)
      expect(huber.value([a], [y])).toBeGreaterThanOrEqual(least - 0.5)
    }),
    { numRuns: 200 },
  )
})

it('huber at complex activations is its continuation from either side', () => {
  expect(worstComplexError(huber.complex!, table.complex)).toBeLessThan(1e-15)
})

it('huber says that every engine gives its bits', () => {
  expect(huber.exact).toBe(true)
})
