import { exponentOf } from './exponentOf.js'
import { LN2_HIGH, LN2_LOW } from './ln2.js'
import { logRemainder } from './logRemainder.js'
import { timesPowerOfTwo } from './timesPowerOfTwo.js'

const SMALLEST_NORMAL = 2.2250738585072014e-308
const TWO_TO_54 = 18014398509481984

/**
 * Natural logarithm from + − × ÷ only: the same bits in every JavaScript engine, error below 0.9 ulp, subnormal arguments
 * included. log x = k ln 2 + log(1 + f) with x = 2ᵏ (1 + f), 1 + f in [√½, √2]. −∞ at ±0, NaN for negative x and NaN.
 *
 * Shapes: scalar.
 * Source: logRemainder; T. J. Dekker, Numer. Math. 18 (1971), for the sum in two parts.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return x
  const k = exponentOf(x)
  const f = (x < SMALLEST_NORMAL ? timesPowerOfTwo(x * TWO_TO_54, -k - 54) : timesPowerOfTwo(x, -k)) - 1
  const lead = k * LN2_HIGH
  const sum = lead + f
  return sum + (lead - sum + f + (k * LN2_LOW + logRemainder(f)))
}
