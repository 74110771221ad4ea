import { exp } from './exp.js'

/**
 * tanh x from + − × ÷ only: the same bits in every JavaScript engine, error below 1.5 ulp, odd to the bit (−0 kept), ±1
 * from |x| ≈ 19.1 on, NaN for NaN. Below 0.575 a quotient of polynomials in x², since e^(2x) − 1 would cancel; beyond it
 * 1 − 2 / (e^(2|x|) + 1), which is above ½.
 *
 * Shapes: scalar.
 * Source: W. J. Cody, W. Waite, Software Manual for the Elementary Functions, 1980, chapter 13, for the form;
 * coefficients of reference/coefficients.py (Lawson's weights).
 */
export function tanh(x: number): number {
  const size = Math.abs(x)
  // x − x³/3 rounds to x; and −0 stays.
  if (size < 1e-8) return x
  if (size < 0.575) {
    const z = x * x
    const above = -1614.1620089740848 + z * (-99.26226205420662 + z * -0.9643891887392532)
    const below = 4842.486026922255 + z * (2234.781196931466 + z * (112.78409912377334 + z))
    return x + x * z * (above / below)
  }
  const a = 1 - 2 / (exp(2 * size) + 1)
  return x < 0 ? -a : a
}
