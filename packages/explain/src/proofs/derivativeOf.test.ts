import { expect, it } from 'vitest'
import { derivativeOf } from './derivativeOf.js'

it('is exact for polynomials to x⁶, and near for the rest', () => {
  const [power, sine] = derivativeOf((x) => [x ** 6, Math.sin(x)], 1.5)
  expect(power / (6 * 1.5 ** 5)).toBeCloseTo(1, 12)
  expect(sine).toBeCloseTo(Math.cos(1.5), 12)
})
