import { expect, it } from 'vitest'
import { worstError } from './worstError.js'

it('worstError measures from the true value, not from the double nearest to it', () => {
  // True values 1 + 0.4 ulp and 2 − 0.25 ulp.
  const points = [
    [0, 1, 0.4],
    [1, 2, -0.25],
  ]
  const oneAbove = (x: number): number => (x === 0 ? 1 + Number.EPSILON : 2)
  expect(worstError(oneAbove, points)).toEqual({ ulps: 0.6, at: points[0] })
  expect(worstError((x) => x + 1, points)).toEqual({ ulps: 0.4, at: points[0] })
})

it('worstError lets NaN win', () => {
  expect(worstError(() => NaN, [[0, 1, 0]]).ulps).toBe(Infinity)
})
