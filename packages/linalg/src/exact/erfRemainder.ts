// Highest power first. Held as a table, not unrolled: so a hot loop's compiler still takes the function in, and its numbers
// need no boxes.
const COEFFICIENTS = /* @__PURE__ */ new Float64Array([
  5.960683103364955e-11, -1.1374953603908183e-9, 1.4660327933344164e-8, -1.6350396065263528e-7, 1.6461008458594682e-6,
  -1.4925595770671839e-5, 0.00012055331132877955, -0.0008548326981422922, 0.005223977624828375, -0.026866170645077868,
  0.11283791670954885, -0.3761263890318375, 0.1283791670955126,
])

/**
 * erf x − x for |x| ≤ 1: x Q(x²), Q minimax of degree 12, an error below 2⁻⁵⁵ of erf x.
 *
 * Shapes: scalar.
 * Source: coefficients of reference/coefficients.py (Remez exchange).
 */
export function erfRemainder(x: number): number {
  const z = x * x
  let sum = 0
  for (let i = 0; i < 13; i++) sum = sum * z + COEFFICIENTS[i]
  return x * sum
}
