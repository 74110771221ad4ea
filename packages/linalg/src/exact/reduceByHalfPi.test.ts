import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reduceByHalfPi } from './reduceByHalfPi.js'

// π/2 · 2¹³⁰⁰, from J. Machin's π/4 = 4 arctan 1/5 − arctan 1/239 in integers: shares nothing with the constants under test.
const BITS = 1300n
function arctanOfInverse(k: bigint): bigint {
  let sum = 0n
  let power = (1n << (BITS + 64n)) / k
  for (let j = 0n; power !== 0n; j++) {
    sum += (j % 2n === 0n ? 1n : -1n) * (power / (2n * j + 1n))
    power /= k * k
  }
  return sum
}
const HALF_PI = (2n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n))) >> 64n

/** A double as an integer in units of 2⁻¹³⁰⁰. */
function units(x: number): bigint {
  let size = x
  let shift = BITS
  while (!Number.isInteger(size)) {
    size *= 2
    shift--
  }
  return BigInt(size) << shift
}

/** What a reduction misses, as a share of the remainder. */
function error(x: number): number {
  const remainder = new Float64Array(2)
  const quadrant = reduceByHalfPi(x, remainder)
  const n = (2n * units(x) + HALF_PI) / (2n * HALF_PI)
  const true_ = units(x) - n * HALF_PI
  expect(quadrant).toBe(Number(n % 4n))
  const missed = true_ - units(remainder[0]) - units(remainder[1])
  return Math.abs(Number((missed << 200n) / (true_ === 0n ? 1n : true_))) / 2 ** 200
}

const BOUND = 2 ** -57

it('reduceByHalfPi leaves a remainder right to 2⁻⁵⁷ of itself for numbers up to 10⁶', () => {
  fc.assert(
    fc.property(fc.double({ min: 2 ** -30, max: 1e6, noNaN: true }), (x) => {
      expect(error(x)).toBeLessThanOrEqual(BOUND)
    }),
    { numRuns: 500 },
  )
})

it('reduceByHalfPi does so at the doubles nearest to multiples of π/2', () => {
  for (let k = 1; k <= 600000; k = Math.ceil(k * 1.1)) expect(error(k * (Math.PI / 2)), `${k} π/2`).toBeLessThanOrEqual(BOUND)
})

it('reduceByHalfPi does so beyond 10⁶, at the largest double and at the one nearest to a multiple of π/2', () => {
  for (const x of [1000001, 1e9, 1e16, 1e22, 1e300, Number.MAX_VALUE, 6381956970095103 * 2 ** 797]) {
    expect(error(x), `${x}`).toBeLessThanOrEqual(BOUND)
  }
})

it('reduceByHalfPi leaves integers of any size to small numbers too near to a multiple', () => {
  // Of all doubles below 10⁶ the one nearest to its multiple, 409102 π/2, by 2·10⁻²² n: found by continued fractions.
  expect(error(642615.9188844458)).toBeLessThanOrEqual(BOUND)
})

it('reduceByHalfPi writes NaN for ∞ and NaN', () => {
  const remainder = new Float64Array(2)
  for (const x of [Infinity, NaN]) {
    expect(reduceByHalfPi(x, remainder)).toBe(0)
    expect(remainder).toEqual(new Float64Array([NaN, NaN]))
  }
})
