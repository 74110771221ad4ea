import { cosNearZero } from './cosNearZero.js'
import { reduceByHalfPi } from './reduceByHalfPi.js'
import { sinNearZero } from './sinNearZero.js'

const remainder = /* @__PURE__ */ new Float64Array(2)

/**
 * cos x (x in radians) from + − × ÷ only: the same bits in every JavaScript engine, error below 0.8 ulp for every finite
 * x, even to the bit, NaN for ±∞ and NaN. Beyond |x| = 10⁶ it is slow (reduceByHalfPi).
 *
 * Shapes: scalar.
 * Source: reduceByHalfPi, sinNearZero, cosNearZero.
 */
export function cos(x: number): number {
  const quadrant = reduceByHalfPi(Math.abs(x), remainder)
  const value = (quadrant & 1) === 0 ? cosNearZero(remainder[0], remainder[1]) : sinNearZero(remainder[0], remainder[1])
  return quadrant === 1 || quadrant === 2 ? -value : value
}
