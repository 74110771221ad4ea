import { expect, it } from 'vitest'
import { checkCost } from './conformance.js'
import { logLikelihood } from './logLikelihood.js'
import table from './reference/logLikelihood.json' with { type: 'json' }
import { sigmoid } from './conformance/sigmoid.js'
import { softmax } from './conformance/softmax.js'
import { worstComplexError, worstErrors, worstPairingError } from './reference/worstErrors.js'

it('logLikelihood and its gradient are the true numbers, at the clamps of both types too', () => {
  const { value, gradient } = worstErrors(logLikelihood, table.rows)
  expect(value).toBeLessThan(4)
  expect(gradient).toBeLessThanOrEqual(1)
})

it('logLikelihood keeps the contract of a cost above 0, and cancels with the sigmoid and with softmax', () => {
  expect(checkCost(logLikelihood, { activation: sigmoid })).toMatchObject({ domain: [0, Infinity], kinks: [], pairings: ['sigmoid'] })
  expect(checkCost(logLikelihood, { activation: softmax, domain: [0, 1] })).toMatchObject({ domain: [0, 1], pairings: ['softmax'] })
})

it('logLikelihood leaves δ = a Σy − y with softmax and −y σ(−z) with the sigmoid, in saturation too', () => {
  expect(worstPairingError(logLikelihood.pairings!.sigmoid!, table.pairings.sigmoid)).toBeLessThan(2.3e-16)
  expect(worstPairingError(logLikelihood.pairings!.softmax!, table.pairings.softmax)).toBeLessThan(3e-16)
})

it('logLikelihood at complex activations is its continuation', () => {
  expect(worstComplexError(logLikelihood.complex!, table.complex)).toBeLessThan(4e-15)
})

it('logLikelihood at a clamped activation has the complex form of the clamp', () => {
  for (const y of [0, 1]) expect(logLikelihood.complex!([0], [0], [y])[0]).toBe(logLikelihood.value([0], [y]) + 0)
})

it('logLikelihood says that every engine gives its bits', () => {
  expect(logLikelihood.exact).toBe(true)
})

it('logLikelihood keeps the digits of δ with the sigmoid where a is all but 1, which −y (1 − a) loses', () => {
  const pairing = logLikelihood.pairings!.sigmoid!
  // −1/(1 + e^30) to 17 digits.
  expect(pairing(30, 1, 1) / -9.3576229688392989e-14).toBeCloseTo(1, 15)
  expect(pairing(800, 1, 1) + 0).toBe(0)
  expect(pairing(-800, 0, 1)).toBe(-1)
})

it('logLikelihood fills as many numbers with softmax as there are outputs', () => {
  const out = [7, 7, 7]
  logLikelihood.pairings!.softmax!([0, 0], [0.5, 0.5], [1, 0], out)
  expect(out).toEqual([-0.5, 0.5, 7])
})

it('is for targets of at least 0, which need not sum to 1', () => {
  expect(logLikelihood.targets).toEqual([0, Infinity])
})
