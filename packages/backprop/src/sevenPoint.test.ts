import { expect, it } from 'vitest'
import { sevenPoint } from './sevenPoint.js'

it.each([
  ['sin at 1', Math.sin, 1, Math.cos(1)],
  ['e^x at −2', Math.exp, -2, Math.exp(-2)],
  ['x⁶ at 3', (x: number) => x ** 6, 3, 6 * 3 ** 5],
])('finds the derivative of %s within the bound that it states', (_, f, x, expected) => {
  const { derivative, bound } = sevenPoint(f, x)
  expect(Math.abs(derivative - expected)).toBeLessThanOrEqual(bound)
  expect(bound / Math.abs(expected)).toBeLessThan(1e-10)
})

it('is exact for polynomials up to degree six, to rounding', () => {
  expect(sevenPoint((x) => x ** 6 - x ** 3, 0.5).derivative).toBeCloseTo(6 * 0.5 ** 5 - 3 * 0.25, 12)
})

it('states a large bound near a kink, where the steps disagree', () => {
  expect(sevenPoint(Math.abs, 1e-3).bound).toBeGreaterThan(1e-2)
})
