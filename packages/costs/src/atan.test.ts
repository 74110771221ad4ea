import { expect, it } from 'vitest'
import { atan } from './atan.js'

it('atan is the arctangent, to a few roundings for each halving, from the smallest to very large numbers', () => {
  for (let x = 2 ** -1020; x < 1e150; x *= 1.37)
    for (const sign of [-1, 1]) expect(Math.abs(atan(sign * x) - Math.atan(sign * x))).toBeLessThanOrEqual(4e-15 * Math.atan(x))
})

it('atan keeps 0, and NaN', () => {
  expect([0, -0, NaN].map(atan)).toEqual([0, -0, NaN])
})
