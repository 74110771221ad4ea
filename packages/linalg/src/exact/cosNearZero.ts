/**
 * cos(r + low) for |r| ≤ π/4 and |low| ≤ 2⁻⁵³ |r|: 1 − ½r² in two parts, r⁴ C(r²), C minimax of degree 5, and −low · r.
 *
 * Shapes: scalar.
 * Source: reference/coefficients.py (Remez exchange).
 */
export function cosNearZero(r: number, low: number): number {
  const z = r * r
  const z2 = z * z
  const half = 0.5 * z
  const sum = 1 - half
  const even = 0.0416666666666666 + z2 * (2.480158728939492e-5 + z2 * 2.0875719558404806e-9)
  const odd = -0.001388888888887399 + z2 * (-2.7557314326028755e-7 + z2 * -1.1359448663329617e-11)
  return sum + (1 - sum - half + (z2 * (even + z * odd) - r * low))
}
