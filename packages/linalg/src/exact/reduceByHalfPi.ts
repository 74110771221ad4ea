import { exponentOf } from './exponentOf.js'
import { timesPowerOfTwo } from './timesPowerOfTwo.js'

const TWO_OVER_PI = 0.6366197723675814
// π/2 in three parts; the first two have 33 bits, so that n times them is exact for |n| < 2²⁰.
const HALF_PI_HIGH = 1.5707963267341256
const HALF_PI_MIDDLE = 6.077100506303966e-11
const HALF_PI_LOW = 2.0222662487959506e-21
const LARGEST_OF_THREE_PARTS = 1e6
// The three parts are wrong by 2⁻¹²⁰ n; a remainder above 2⁻⁶² n keeps nine bits more than it shows.
const SMALLEST_SHARE = 2.168404344971009e-19

// ⌊2/π · 2¹²¹⁶⌋ and ⌊π/2 · 2¹²⁰⌋: enough for the largest number and for the one nearest to a multiple of π/2 (2⁻⁶¹ off).
const TWO_OVER_PI_BITS = /* @__PURE__ */ BigInt(
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb' +
    '1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0' +
    'a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6bab',
)
const HALF_PI_BITS = 0x1921fb54442d18469898cc51701b839n

/** The same by integers of any size: slow, makes garbage, right for every finite x > 0; NaN for ∞. */
function reduceByIntegers(x: number, remainder: Float64Array): number {
  if (x === Infinity) {
    remainder.fill(NaN)
    return 0
  }
  const k = exponentOf(x)
  // x = integer · 2^(k − 53), x · 2/π = integer · TWO_OVER_PI_BITS / 2^shift.
  const shift = BigInt(1216 + 53 - k)
  const product = BigInt(timesPowerOfTwo(x, 53 - k)) * TWO_OVER_PI_BITS
  const n = (product + (1n << (shift - 1n))) >> shift
  const fraction = (product - (n << shift)) >> (shift - 180n)
  const scaled = fraction * HALF_PI_BITS
  const high = Number(scaled)
  remainder[0] = timesPowerOfTwo(high, -300)
  remainder[1] = timesPowerOfTwo(Number(scaled - BigInt(high)), -300)
  return Number(BigInt.asUintN(2, n))
}

/**
 * Writes x − n π/2, |x − n π/2| ≤ π/4, to `remainder` in two parts, the sum right to 2⁻⁵⁷ of itself, for every finite x ≥
 * 0; returns n mod 4. NaN, 0 for ∞ and NaN. Three parts of π/2 serve up to x = 10⁶; beyond it, and for the rare x too
 * near to a multiple, integers of any size do.
 *
 * Shapes: remainder: 2, overwritten.
 * Source: W. J. Cody, W. Waite, Software Manual for the Elementary Functions, 1980, chapter 8; M. Payne, R. Hanek, ACM
 * SIGNUM Newsletter 18 (1983) 19–24; D. E. Knuth, The Art of Computer Programming 2, section 4.2.2, for the exact error
 * of a difference.
 */
export function reduceByHalfPi(x: number, remainder: Float64Array): number {
  const n = Math.floor(x * TWO_OVER_PI + 0.5)
  const first = x - n * HALF_PI_HIGH
  const middle = n * HALF_PI_MIDDLE
  const second = first - middle
  const back = first - second
  const lost = first - (second + back) + (back - middle)
  const low = lost - n * HALF_PI_LOW
  const high = second + low
  // One call for both reasons: with two, V8 boxes x ahead of them, on the fast way too.
  if (x > LARGEST_OF_THREE_PARTS || Math.abs(high) < n * SMALLEST_SHARE) return reduceByIntegers(x, remainder)
  remainder[0] = high
  remainder[1] = second - high + low
  return n & 3
}
