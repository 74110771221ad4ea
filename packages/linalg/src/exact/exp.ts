import { expRemainder } from './expRemainder.js'
import { INVERSE_LN2, LN2_HIGH, LN2_LOW } from './ln2.js'
import { timesPowerOfTwo } from './timesPowerOfTwo.js'

/**
 * eˣ from + − × ÷ only: the same bits in every JavaScript engine, error below 0.8 ulp, subnormal results included.
 * eˣ = 2ᵏ eʳ with r = x − k ln 2, |r| ≤ ½ ln 2, r held in two parts. ∞ above 709.782712893384, 0 below
 * −745.1332191019411, NaN for NaN.
 *
 * Shapes: scalar.
 * Source: W. J. Cody, W. Waite, Software Manual for the Elementary Functions, 1980, chapter 6; T. J. Dekker, Numer. Math.
 * 18 (1971), for the sum.
 */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : x
  if (x < -746) return 0
  const k = Math.floor(x * INVERSE_LN2 + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const sum = 1 + high
  return timesPowerOfTwo(sum + (1 - sum + high + (expRemainder(high - low) - low)), k)
}
