/**
 * eʳ − 1 − r for |r| ≤ 0.348, the part of eʳ that needs a polynomial: ½r² + r³ Q(r), Q minimax of degree 9, an error
 * below 2⁻⁶⁰ of eʳ − 1. The powers are summed in pairs, so that a processor works on several at once.
 *
 * Shapes: scalar.
 * Source: reference/coefficients.py (Remez exchange).
 */
export function expRemainder(r: number): number {
  const r2 = r * r
  const r4 = r2 * r2
  const low = 0.16666666666666677 + 0.04166666666666669 * r + r2 * (0.008333333333321435 + 0.0013888888888869807 * r)
  const high = 0.0001984126988673681 + 2.480158735686344e-5 * r + r2 * (2.7557243499485175e-6 + 2.7557244894838124e-7 * r)
  const top = 2.510931322960975e-8 + 2.092397950347336e-9 * r
  return 0.5 * r2 + r * r2 * (low + r4 * (high + r4 * top))
}
