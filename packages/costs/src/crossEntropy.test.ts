import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkCost } from './conformance.js'
import { crossEntropy } from './crossEntropy.js'
import table from './reference/crossEntropy.json' with { type: 'json' }
import { sigmoid } from './conformance/sigmoid.js'
import { worstComplexError, worstErrors, worstPairingError } from './reference/worstErrors.js'

it('crossEntropy and its gradient are the true numbers, at the clamps of both types too', () => {
  const { value, gradient } = worstErrors(crossEntropy, table.rows)
  expect(value).toBeLessThan(4)
  expect(gradient).toBeLessThanOrEqual(3)
})

it('crossEntropy keeps the contract of a cost on (0, 1), and cancels with the sigmoid', () => {
  expect(checkCost(crossEntropy, { activation: sigmoid })).toMatchObject({ domain: [0, 1], kinks: [], pairings: ['sigmoid'] })
})

it('crossEntropy with the sigmoid leaves δ = a − y, in saturation too', () => {
  expect(worstPairingError(crossEntropy.pairings!.sigmoid!, table.pairings.sigmoid)).toBeLessThan(1e-16)
  expect(crossEntropy.pairings?.softmax).toBeUndefined()
})

it('crossEntropy at complex activations is its continuation', () => {
  expect(worstComplexError(crossEntropy.complex!, table.complex)).toBeLessThan(4e-15)
})

it('crossEntropy at a clamped activation has the complex form of the clamp', () => {
  for (const [a, y] of [[0, 1], [0, 0], [1, 0], [1, 1]])
    expect(crossEntropy.complex!([a], [0], [y])[0]).toBeCloseTo(crossEntropy.value([a], [y]), 12)
})

it('crossEntropy is finite, never negative, and the same with the roles of 0 and 1 exchanged', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 6 }), (pairs) => {
      const [a, y] = [pairs.map(([output]) => output), pairs.map(([, target]) => target)]
      // 1 − a is rounded, which a near 0 or 1 feels: exchange what 1 − a gives back.
      const [b, x] = [a.map((output) => 1 - output), y.map((target) => 1 - target)]
      const there = crossEntropy.value(b, x)
      const back = crossEntropy.value(b.map((output) => 1 - output), x.map((target) => 1 - target))
      expect(there).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(there)).toBe(true)
      // Where a output is an end, its two clamps differ: 2⁻¹⁰²² at 0 and 2⁻⁵³ at 1.
      if (b.every((output) => output > 0 && output < 1)) expect(Math.abs(there - back)).toBeLessThanOrEqual(1e-14 * (1 + there))
    }),
    { numRuns: 200 },
  )
})

it('crossEntropy says that every engine gives its bits', () => {
  expect(crossEntropy.exact).toBe(true)
})

it('is for targets in 0 … 1', () => {
  expect(crossEntropy.targets).toEqual([0, 1])
})
