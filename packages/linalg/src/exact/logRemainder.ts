/**
 * log(1 + f) − f for 1 + f in [√½, √2], by s = f / (2 + f): log(1 + f) = 2 atanh s = f − ½f² + s (½f² + R(s²)), R minimax
 * of degree 7, an error below 2⁻⁵⁸ of log(1 + f).
 *
 * Shapes: scalar.
 * Source: for the form P. W. Markstein, IA-64 and Elementary Functions, 2000, and fdlibm's e_log.c (K. C. Ng);
 * coefficients of reference/coefficients.py (Remez exchange).
 */
export function logRemainder(f: number): number {
  const half = 0.5 * f * f
  const s = f / (2 + f)
  const z = s * s
  const z2 = z * z
  const even = 0.3999999999941109 + z2 * (0.22222198475979765 + z2 * 0.15313903247011712)
  const odd = 0.6666666666666735 + z2 * (0.28571428743262794 + z2 * (0.18183569739945252 + z2 * 0.14797507674789817))
  return s * (half + z * (odd + z * even)) - half
}
