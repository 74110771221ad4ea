import { ONE } from './exp'

const HALF = memory.data<f64>([0.5, 0.5], 16)
/** Its product with a number, twice taken off, leaves the upper half of the number's digits. */
const HALVES = memory.data<f64>([134217729, 134217729], 16)

// linalg's tables, highest power first, each number twice.
const REMAINDER = memory.data<f64>([
  5.960683103364955e-11, 5.960683103364955e-11, -1.1374953603908183e-9, -1.1374953603908183e-9,
  1.4660327933344164e-8, 1.4660327933344164e-8, -1.6350396065263528e-7, -1.6350396065263528e-7,
  1.6461008458594682e-6, 1.6461008458594682e-6, -1.4925595770671839e-5, -1.4925595770671839e-5,
  0.00012055331132877955, 0.00012055331132877955, -0.0008548326981422922, -0.0008548326981422922,
  0.005223977624828375, 0.005223977624828375, -0.026866170645077868, -0.026866170645077868,
  0.11283791670954885, 0.11283791670954885, -0.3761263890318375, -0.3761263890318375,
  0.1283791670955126, 0.1283791670955126,
], 16)
const ABOVE = memory.data<f64>([
  0.06418958354858569, 0.06418958354858569, 0.8725365510061192, 0.8725365510061192,
  5.851246280121029, 5.851246280121029, 23.95370545101985, 23.95370545101985,
  61.089578847653954, 61.089578847653954, 80.36630843924793, 80.36630843924793,
  -33.99456002530289, -33.99456002530289, -362.0850264216548, -362.0850264216548,
  -671.3482675886909, -671.3482675886909, -513.3308201796712, -513.3308201796712,
], 16)
const BELOW = memory.data<f64>([
  1, 1, 13.593117495138436, 13.593117495138436,
  95.550410592143, 95.550410592143, 432.90907794962624, 432.90907794962624,
  1365.0299025591266, 1365.0299025591266, 3064.9218372395285, 3064.9218372395285,
  4855.883976195668, 4855.883976195668, 5199.281597842442, 5199.281597842442,
  3396.0199940772445, 3396.0199940772445, 1026.661623447575, 1026.661623447575,
], 16)

/** A polynomial's value at x: `count` coefficients at `table`. */
@inline
function polynomial(table: usize, count: i32, x: v128): v128 {
  let sum = v128.load(table)
  for (let i = 1; i < count; i++) sum = f64x2.add(f64x2.mul(sum, x), v128.load(table + (<usize>i << 4)))
  return sum
}

/** erf x − x of two doubles |x| ≤ 1. */
@inline
function erfRemainder(x: v128): v128 {
  return f64x2.mul(x, polynomial(REMAINDER, 13, f64x2.mul(x, x)))
}

/** 1 − erf x of two doubles x ≥ 0.75, given e = exp(−x²): x² in two parts, since its rounding alone would cost x² last places. */
@inline
function erfcTail(x: v128, e: v128): v128 {
  const square = f64x2.mul(x, x)
  const large = f64x2.mul(x, v128.load(HALVES))
  const high = f64x2.sub(large, f64x2.sub(large, x))
  const lost = f64x2.add(f64x2.sub(f64x2.mul(high, high), square), f64x2.mul(f64x2.sub(x, high), f64x2.add(x, high)))
  const quotient = f64x2.div(polynomial(ABOVE, 10, x), polynomial(BELOW, 10, x))
  return f64x2.div(f64x2.mul(f64x2.sub(e, f64x2.mul(e, lost)), f64x2.add(v128.load(HALF), quotient)), x)
}

/** 1 − erf t of two doubles |t| ≤ 28, given e = exp(−t²), below 4 ulp in both tails. NaN for NaN. */
@inline
export function erfc(t: v128, e: v128): v128 {
  const one = v128.load(ONE)
  const half = v128.load(HALF)
  const rest = erfRemainder(t)
  // From ½ on through ½ − (erf t − ½), whose parts are small and so keep their digits.
  const middle = f64x2.sub(half, f64x2.add(f64x2.sub(t, half), rest))
  const near = v128.bitselect(f64x2.sub(one, f64x2.add(t, rest)), middle, f64x2.lt(t, half))
  const tail = erfcTail(f64x2.abs(t), e)
  const far = v128.bitselect(f64x2.sub(f64x2.splat(2), tail), tail, f64x2.lt(t, f64x2.splat(0)))
  const isFar = v128.or(f64x2.ge(t, f64x2.splat(0.75)), f64x2.le(t, f64x2.splat(-1)))
  return v128.bitselect(far, near, isFar)
}
