import { powerOfTwoBelow } from './powerOfTwoBelow.js'

/** Half the distance of two doubles at 1. */
const ROUNDING = 2 ** -53
/** A value of f is taken to be right to this many roundings. */
const ROUNDINGS_OF_F = 8
/** Steps tried, of which the one with the least bound is used; powers of 2, so that z ± kh is exact. */
const STEPS = [2 ** -5, 2 ** -7, 2 ** -9, 2 ** -11]
/** The smallest normal double. */
const SMALLEST_NORMAL = 2 ** -1022

/** A derivative by differences, with a bound on its error. */
export interface Slope {
  readonly value: number
  readonly bound: number
}

/**
 * f′(z) by 7-point differences: central ones (side 0), or with points on one side alone (1 to the right, −1 to the left),
 * as beside a kink. The bound adds twice what two steps differ by, which is above the truncation error even where σ″
 * jumps, to the rounding of f, measured by a sixth difference and taken as no less than 8 roundings.
 *
 * Shapes: scalar. Source: B. Fornberg, Math. Comp. 51 (1988) 699–706, for the weights.
 */
export function slope(f: (z: number) => number, z: number, side: -1 | 0 | 1 = 0): Slope {
  let best: Slope = { value: NaN, bound: Infinity }
  const scales = Math.abs(z) < 64 ? [1] : [1, powerOfTwoBelow(z)]
  for (const step of scales.flatMap((scale) => STEPS.map((h) => h * scale))) {
    const coarse = differences(f, z, step, side)
    const fine = differences(f, z, step / 2, side)
    const bound = 2 * Math.abs(coarse.value - fine.value) + fine.noise
    if (bound < best.bound) best = { value: fine.value, bound }
  }
  return best
}

function differences(f: (z: number) => number, z: number, h: number, side: -1 | 0 | 1): { value: number; noise: number } {
  const at = side === 0 ? [-3, -2, -1, 0, 1, 2, 3] : [0, 1, 2, 3, 4, 5, 6].map((k) => side * k)
  const [p0, p1, p2, p3, p4, p5, p6] = at.map((k) => f(z + k * h))
  const size = Math.max(Math.abs(p0), Math.abs(p1), Math.abs(p2), Math.abs(p3), Math.abs(p4), Math.abs(p5), Math.abs(p6))
  const sixth = Math.abs(p0 - 6 * p1 + 15 * p2 - 20 * p3 + 15 * p4 - 6 * p5 + p6)
  // The sums of the weights' sizes, 1.8 and 28, say how much of a rounding of f gets through.
  const [sum, gain] =
    side === 0
      ? [45 * (p4 - p2) - 9 * (p5 - p1) + (p6 - p0), 2]
      : [side * (-147 * p0 + 360 * p1 - 450 * p2 + 400 * p3 - 225 * p4 + 72 * p5 - 10 * p6), 28]
  return { value: sum / (60 * h), noise: (gain * ROUNDINGS_OF_F * (ROUNDING * size + SMALLEST_NORMAL * ROUNDING) + sixth) / h }
}
