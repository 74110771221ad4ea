import { expect, it } from 'vitest'
import { largestActivation, leastActivation } from './clamp.js'

it('the least activation is the smallest normal number of its type, whose reciprocal is finite', () => {
  expect(leastActivation(new Float32Array(1))).toBe(1.1754943508222875e-38)
  expect(leastActivation(new Float64Array(1))).toBe(2.2250738585072014e-308)
  expect(leastActivation([0])).toBe(2.2250738585072014e-308)
  expect(Math.fround(1 / leastActivation(new Float32Array(1)))).toBeLessThan(Infinity)
})

it('the largest activation is the number of its type below 1', () => {
  expect(largestActivation(new Float32Array(1))).toBe(0.9999999403953552)
  expect(largestActivation(new Float64Array(1))).toBe(0.9999999999999999)
  expect(largestActivation([0])).toBe(1 - Number.EPSILON / 2)
})
