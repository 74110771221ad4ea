import { expRemainder } from './expRemainder.js'
import { INVERSE_LN2, LN2_HIGH, LN2_LOW } from './ln2.js'
import { timesPowerOfTwo } from './timesPowerOfTwo.js'

/**
 * eˣ − 1 from + − × ÷ only, without the cancellation near 0: error below 0.95 ulp, −0 kept, −1 from x ≈ −37.4 down, ∞
 * where eˣ is. eˣ − 1 = 2ᵏ ((1 − 2⁻ᵏ) + (eʳ − 1)), the leading sum held in two parts.
 *
 * Shapes: scalar.
 * Source: as exp; for the form of the sum P. T. P. Tang, ACM Trans. Math. Softw. 18 (1992) 211–222.
 */
export function expm1(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : x
  if (x < -40) return -1
  if (x === 0) return x
  const k = Math.floor(x * INVERSE_LN2 + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const minusOne = timesPowerOfTwo(-1, -k)
  const lead = 1 + minusOne
  const sum = lead + high
  // What the two sums above lost: the first loses 2⁻ᵏ for large k only, the second at most half a last place.
  const lost = 1 - lead + minusOne + (lead - sum + high)
  return timesPowerOfTwo(sum + (lost + (expRemainder(high - low) - low)), k)
}
