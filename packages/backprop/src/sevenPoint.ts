/** An estimate of a derivative with a bound on its error. */
export interface Difference {
  readonly derivative: number
  /** How far off it may be: what a halved step changes, and what rounding of f can make. */
  readonly bound: number
}

/** Steps tried, as multiples of max(1, |x|): truncation falls with h⁶, rounding grows with 1/h, and the best lies between. */
const STEPS = [4e-2, 2e-2, 1e-2, 5e-3, 2.5e-3, 1.25e-3]

/** Σ |coefficients| / 60: what the formula makes of a relative error of f. */
const AMPLIFICATION = 110 / 60
/** f is a sum of many roundings; it is good to a few units in the last place. */
const ROUNDINGS = 4

/**
 * f′(x) by the central difference of seven points, at the step where its error is smallest:
 * (45(f₁ − f₋₁) − 9(f₂ − f₋₂) + (f₃ − f₋₃)) / 60h with f_i = f(x + ih); the error is h⁶ f⁽⁷⁾/140.
 *
 * Shapes: scalar. f must be smooth around x: with a kink within 3h the steps disagree, and the bound is large.
 */
export function sevenPoint(f: (x: number) => number, x: number): Difference {
  const scale = Math.max(1, Math.abs(x))
  const size = Math.abs(f(x))
  let best: Difference = { derivative: NaN, bound: Infinity }
  let wider = NaN
  for (const step of STEPS) {
    const h = step * scale
    const derivative = at(f, x, h)
    const bound = Math.abs(derivative - wider) + (AMPLIFICATION * ROUNDINGS * Number.EPSILON * size) / h
    if (bound < best.bound) best = { derivative, bound }
    wider = derivative
  }
  return best
}

function at(f: (x: number) => number, x: number, h: number): number {
  const gap = (i: number) => f(x + i * h) - f(x - i * h)
  return (45 * gap(1) - 9 * gap(2) + gap(3)) / (60 * h)
}
