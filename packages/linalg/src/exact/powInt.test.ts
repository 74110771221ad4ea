import fc from 'fast-check'
import { expect, it } from 'vitest'
import { powInt } from './powInt.js'
import { goldenBits } from './reference/goldenBits.js'
import points from './reference/powInt.json' with { type: 'json' }
import { worstError } from './reference/worstError.js'
import { ulpsBetween } from './ulpsBetween.js'

it('powInt is within |n| + 2 half places of the true value at every reference point', () => {
  for (const point of points) {
    const { ulps, at } = worstError(powInt, [point])
    // One half place for each product, relative to the smallest number of the binade, and half a place of the result for the table's value.
    expect(ulps, `at ${at[0]} ** ${at[1]}`).toBeLessThanOrEqual(Math.abs(at[1]) + 2)
  }
})

it('powInt equals the exact power of integers as long as that is a double', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 30 }), (x, n) => {
      const exact = BigInt(x) ** BigInt(n)
      fc.pre(BigInt.asIntN(54, exact) === exact)
      expect(powInt(x, n) === Number(exact)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('powInt reaches every power of two, both ways', () => {
  for (let n = -1074; n <= 1023; n++) {
    expect(Math.log2(powInt(2, n))).toBe(n)
    if (n > -1024) expect(powInt(0.5, -n)).toBe(powInt(2, n))
  }
})

it('x^(m + n) = x^m x^n within the bounds of the three', () => {
  const exponent = fc.integer({ min: -20, max: 20 })
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), exponent, exponent, (x, m, n) => {
      const bound = Math.abs(m + n) + Math.abs(m) + Math.abs(n) + 8
      expect(ulpsBetween(powInt(x, m + n), powInt(x, m) * powInt(x, n))).toBeLessThanOrEqual(bound)
    }),
    { numRuns: 500 },
  )
})

it('powInt treats 0, −0, ∞ and NaN as IEEE 754 does its pown', () => {
  expect([0, -0, Infinity, -Infinity, NaN, 5].map((x) => powInt(x, 0))).toEqual(Array(6).fill(1))
  expect([0, -0, Infinity, -Infinity, NaN].map((x) => powInt(x, 3))).toEqual([0, -0, Infinity, -Infinity, NaN])
  expect([0, -0, Infinity, -Infinity, NaN].map((x) => powInt(x, -3))).toEqual([Infinity, -Infinity, 0, -0, NaN])
  expect([0, -0, Infinity, -Infinity].map((x) => powInt(x, -2))).toEqual([Infinity, Infinity, 0, 0])
  expect(powInt(1e300, 2)).toBe(Infinity)
  expect(powInt(1e300, -3)).toBe(0)
  expect(powInt(1e-300, -3)).toBe(Infinity)
})

it('powInt has no value for an exponent that is no integer', () => {
  expect([0.5, NaN, Infinity, -Infinity].map((n) => powInt(2, n))).toEqual([NaN, NaN, NaN, NaN])
})

it('powInt has the same bits in every JavaScript engine', async () => {
  expect(await goldenBits((x) => powInt(x, 37), -2, 2)).toBe('e95106e2d95cc3fb78c5ae7fcefadb29bee2a264a0dd8e016b2ea28a597d9aff')
  expect(await goldenBits((x) => powInt(x, -37), -2, 2)).toBe('a659069e5a893b0e303a6b685fdb832cad65d983c188e931e7248259b2df0437')
})
