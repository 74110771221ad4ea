import { expect, it } from 'vitest'
import { firstThatIsNotFinite } from './firstThatIsNotFinite.js'

it('is −1 for finite numbers, large and small ones included', () => {
  expect(firstThatIsNotFinite(new Float32Array(0))).toBe(-1)
  expect(firstThatIsNotFinite(Float64Array.of(Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, -0, 1))).toBe(-1)
})

it.each([NaN, Infinity, -Infinity])('finds %s at every place', (value) => {
  for (let length = 1; length < 11; length++) {
    for (let at = 0; at < length; at++) {
      const numbers = new Float32Array(length).fill(2)
      numbers.fill(value, at)
      expect(firstThatIsNotFinite(numbers)).toBe(at)
    }
  }
})
