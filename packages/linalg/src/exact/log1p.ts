import { exponentOf } from './exponentOf.js'
import { LN2_HIGH, LN2_LOW } from './ln2.js'
import { logRemainder } from './logRemainder.js'
import { timesPowerOfTwo } from './timesPowerOfTwo.js'

/**
 * log(1 + x) from + − × ÷ only, without the rounding of 1 + x: error below 0.9 ulp, −0 kept, −∞ at −1, NaN below it and
 * for NaN. What u = 1 + x lost, c, comes back as c / u.
 *
 * Shapes: scalar.
 * Source: as log; for c / u the fdlibm's s_log1p.c (K. C. Ng).
 */
export function log1p(x: number): number {
  if (x > -0.2928 && x < 0.4142) return x + logRemainder(x)
  if (!(x > -1)) return x === -1 ? -Infinity : NaN
  if (x === Infinity) return x
  const u = 1 + x
  const k = exponentOf(u)
  const lost = (x > 1 ? 1 - (u - x) : x - (u - 1)) / u
  const f = timesPowerOfTwo(u, -k) - 1
  const lead = k * LN2_HIGH
  const sum = lead + f
  return sum + (lead - sum + f + (k * LN2_LOW + lost + logRemainder(f)))
}
