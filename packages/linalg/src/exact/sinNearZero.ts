/**
 * sin(r + low) for |r| ≤ π/4 and |low| ≤ 2⁻⁵³ |r|: r + r³ S(r²), S minimax of degree 5, and low · cos r.
 *
 * Shapes: scalar.
 * Source: reference/coefficients.py (Remez exchange).
 */
export function sinNearZero(r: number, low: number): number {
  const z = r * r
  const z2 = z * z
  const near = 0.008333333333322316 - 0.00019841269829725191 * z
  const far = 2.755731366205376e-6 + z * (-2.5050753264016194e-8 + z * 1.5896504919909402e-10)
  return r + (r * z * (-0.16666666666666632 + z * (near + z2 * far)) + low * (1 - 0.5 * z))
}
