import { add, divide, multiply, productOf, scaled, sumOf, type DoubleDouble } from './doubleDouble.js'

// Functions in double-double, to 2⁻⁹⁰ of their value and better: they share no formula with the kernels.

export const ONE: DoubleDouble = { high: 1, low: 0 }
/** ln 2 in 33, 53 and 53 bits: multiples of the first are exact. */
const LN2 = [0.6931471804855391, 7.440617110012397e-11, -1.3124698417785255e-27] as const
/** The argument is halved so often before the series, and the value doubled as often after it. */
const HALVINGS = 6
/** Enough for |r| ≤ ½ ln 2 / 2⁶: 0.0055¹² / 12! is below 2⁻¹¹⁸. */
const TERMS = 11

const RECIPROCALS = Array.from({ length: TERMS + 1 }, (_, n) => divide(ONE, { high: Math.max(n, 1), low: 0 }))

/** eʳ − 1 and k so that x = r + k ln 2; x from −740 to 709. */
function reduced(x: number): { k: number; p: DoubleDouble } {
  const k = Math.round(x / LN2[0])
  const rest = add(add(sumOf(x, -k * LN2[0]), productOf(-k, LN2[1])), { high: -k * LN2[2], low: 0 })
  const r = scaled(rest, -HALVINGS)
  let p = ONE
  for (let n = TERMS; n > 1; n--) p = add(ONE, multiply(p, multiply(r, RECIPROCALS[n] ?? ONE)))
  p = multiply(p, r)
  for (let i = 0; i < HALVINGS; i++) p = add(scaled(p, 1), multiply(p, p))
  return { k, p }
}

/** eˣ. */
export function exp(x: number): DoubleDouble {
  const { k, p } = reduced(x)
  const half = Math.trunc(k / 2)
  return scaled(scaled(add(ONE, p), half), k - half)
}

/** eˣ − 1 without cancellation. */
export function expm1(x: number): DoubleDouble {
  const { k, p } = reduced(x)
  if (k === 0) return p
  return add(scaled(add(ONE, p), k), { high: -1, low: 0 })
}

/** log(1 + f): near 0 by 2 atanh(f / (2 + f)), elsewhere one step of Newton's from the engine's own. */
export function log1p(f: DoubleDouble): DoubleDouble {
  if (Math.abs(f.high) < 0.01) {
    const s = divide(f, add(f, { high: 2, low: 0 }))
    const square = multiply(s, s)
    let sum: DoubleDouble = { high: 0, low: 0 }
    for (let n = 17; n > 0; n -= 2) sum = add(multiply(sum, square), divide(ONE, { high: n, low: 0 }))
    return scaled(multiply(s, sum), 1)
  }
  const guess = Math.log1p(f.high)
  const miss = add(multiply(add(ONE, f), exp(-guess)), { high: -1, low: 0 })
  return add(add({ high: guess, low: 0 }, miss), { high: (-miss.high * miss.high) / 2, low: 0 })
}

/** log x of a normal number x. */
export function log(x: number): DoubleDouble {
  if (Math.abs(x - 1) < 0.01) return log1p({ high: x - 1, low: 0 })
  const guess = Math.log(x)
  // In two halves: e^−guess may be subnormal, and x may be as large as it is small.
  const half = guess / 2
  const root = exp(-half)
  const other = exp(-(guess - half))
  const miss = add(multiply(multiply({ high: x, low: 0 }, root), other), { high: -1, low: 0 })
  return add(add({ high: guess, low: 0 }, miss), { high: (-miss.high * miss.high) / 2, low: 0 })
}
