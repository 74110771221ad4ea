import { cosNearZero } from './cosNearZero.js'
import { reduceByHalfPi } from './reduceByHalfPi.js'
import { sinNearZero } from './sinNearZero.js'

const remainder = /* @__PURE__ */ new Float64Array(2)

/**
 * sin x (x in radians) from + − × ÷ only: the same bits in every JavaScript engine, error below 0.8 ulp for every finite
 * x, odd to the bit (−0 kept), NaN for ±∞ and NaN. Beyond |x| = 10⁶ it is slow (reduceByHalfPi).
 *
 * Shapes: scalar.
 * Source: reduceByHalfPi, sinNearZero, cosNearZero.
 */
export function sin(x: number): number {
  const size = Math.abs(x)
  // x − x³/6 rounds to x; and −0 stays.
  if (size < 1e-8) return x
  const quadrant = reduceByHalfPi(size, remainder)
  const value = (quadrant & 1) === 0 ? sinNearZero(remainder[0], remainder[1]) : cosNearZero(remainder[0], remainder[1])
  return quadrant >= 2 !== x < 0 ? -value : value
}
