import { exp } from './exp.js'

// Highest power first. Held as tables, not unrolled: so a hot loop's compiler still takes the function in, and its numbers
// need no boxes.
const ABOVE = /* @__PURE__ */ new Float64Array([
  0.06418958354858569, 0.8725365510061192, 5.851246280121029, 23.95370545101985, 61.089578847653954, 80.36630843924793,
  -33.99456002530289, -362.0850264216548, -671.3482675886909, -513.3308201796712,
])
const BELOW = /* @__PURE__ */ new Float64Array([
  1, 13.593117495138436, 95.550410592143, 432.90907794962624, 1365.0299025591266, 3064.9218372395285, 4855.883976195668,
  5199.281597842442, 3396.0199940772445, 1026.661623447575,
])

/**
 * 1 − erf x for x ≥ 0.75: e^(−x²) (½ + R(x)) / x, R a quotient of polynomials of degree 9. x² is taken in two parts,
 * since its rounding alone would cost x² last places.
 *
 * Shapes: scalar.
 * Source: W. J. Cody, Math. Comp. 23 (1969) 631–637, for quotients; coefficients of reference/coefficients.py (Lawson's
 * weights).
 */
export function erfcTail(x: number): number {
  return erfcTailFrom(x, exp(-(x * x)))
}

/**
 * The same, given e = exp(−x²): for a loop that has no room to take exp in as well.
 *
 * Shapes: scalar.
 */
export function erfcTailFrom(x: number, e: number): number {
  let above = 0
  let below = 0
  for (let i = 0; i < 10; i++) {
    above = above * x + ABOVE[i]
    below = below * x + BELOW[i]
  }
  const square = x * x
  const high = Math.fround(x)
  const lost = high * high - square + (x - high) * (x + high)
  return ((e - e * lost) * (0.5 + above / below)) / x
}
