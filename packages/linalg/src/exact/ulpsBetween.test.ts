import { expect, it } from 'vitest'
import { ulpsBetween } from './ulpsBetween.js'

it('neighbours are 1 apart and equal numbers 0, the two zeros too', () => {
  expect(ulpsBetween(1, 1)).toBe(0)
  expect(ulpsBetween(0, -0)).toBe(0)
  expect(ulpsBetween(1, 1 + Number.EPSILON)).toBe(1)
  expect(ulpsBetween(1, 1 - Number.EPSILON / 2)).toBe(1)
  expect(ulpsBetween(-1, -1 - Number.EPSILON)).toBe(1)
  expect(ulpsBetween(Number.MAX_VALUE, Infinity)).toBe(1)
})

it('the way between two signs leads over 0', () => {
  expect(ulpsBetween(5e-324, -5e-324)).toBe(2)
  expect(ulpsBetween(-5e-324, 0)).toBe(1)
  expect(ulpsBetween(-0, 5e-324)).toBe(1)
})

it('carries between the two words of a double, and is the same both ways', () => {
  const low = 1 + 4294967295 * Number.EPSILON
  const high = 1 + 4294967296 * Number.EPSILON
  expect(ulpsBetween(low, high)).toBe(1)
  expect(ulpsBetween(high, low)).toBe(1)
  expect(ulpsBetween(1, 2)).toBe(2 ** 52)
})

it('NaN is at 0 from NaN and at ∞ from any number', () => {
  expect(ulpsBetween(NaN, NaN)).toBe(0)
  expect(ulpsBetween(NaN, 1)).toBe(Infinity)
  expect(ulpsBetween(1, NaN, 'float32')).toBe(Infinity)
})

it('float32 counts steps of that type, after rounding to it', () => {
  expect(ulpsBetween(1, 1 + 2 ** -23, 'float32')).toBe(1)
  expect(ulpsBetween(1, 1 + 2 ** -30, 'float32')).toBe(0)
  expect(ulpsBetween(2 ** -149, -(2 ** -149), 'float32')).toBe(2)
  expect(ulpsBetween(1, 2, 'float32')).toBe(2 ** 23)
  expect(ulpsBetween(-1, -2, 'float32')).toBe(2 ** 23)
})
