import { erfRemainder } from './erfRemainder.js'
import { erfcTail } from './erfcTail.js'

/**
 * erf x = 2/√π ∫₀ˣ e^(−t²) dt from + − × ÷ only: the same bits in every JavaScript engine, error below 1.4 ulp, odd to
 * the bit (−0 kept), ±1 from |x| ≈ 5.92 on, NaN for NaN.
 *
 * Shapes: scalar.
 * Source: erfRemainder for |x| < 1, erfcTail beyond.
 */
export function erf(x: number): number {
  const size = Math.abs(x)
  if (size < 1) return x + erfRemainder(x)
  const value = size > 6 ? 1 : 1 - erfcTail(size)
  return x < 0 ? -value : value
}
