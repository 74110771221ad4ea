import { erfRemainder } from './erfRemainder.js'
import { erfcTail } from './erfcTail.js'

/**
 * 1 − erf x without the cancellation of the upper tail: error below 4 ulp as far as the smallest subnormal number (x ≈
 * 27.2), 0 beyond, 2 from x ≈ −5.86 down, NaN for NaN. From + − × ÷ only. ½ erfc(−x/√2) is the normal distribution's
 * Φ(x), right in both tails.
 *
 * Shapes: scalar.
 * Source: erfRemainder for −1 < x < 0.75, erfcTail beyond.
 */
export function erfc(x: number): number {
  if (x > -1 && x < 0.75) {
    const rest = erfRemainder(x)
    // From ½ on through ½ − (erf x − ½), whose parts are small and so keep their digits.
    return x < 0.5 ? 1 - (x + rest) : 0.5 - (x - 0.5 + rest)
  }
  const size = Math.abs(x)
  const tail = size > 28 ? 0 : erfcTail(size)
  return x < 0 ? 2 - tail : tail
}
