/** Half the distance of two doubles at 1. */
const ROUNDING = 2 ** -53
/** A value of f is taken to be right to this many roundings. */
const ROUNDINGS_OF_F = 8
/** Steps tried, as shares of the room there is; the one with the least bound counts. Powers of 2, so that t ± kh is exact. */
const STEPS = [2 ** -5, 2 ** -7, 2 ** -9, 2 ** -11]
/** From here on t a step is tried that grows with it. */
const LARGE = 64

/** A derivative by differences, with a bound on its error. */
export interface Slope {
  readonly value: number
  readonly bound: number
}

/**
 * f′(t) by 7-point differences: central ones (side 0), or with points on one side alone (1 to the right, −1 to the left).
 * f is only asked for points nearer than `room`. The bound adds what two steps differ by, which is above the truncation
 * error, to the rounding of f, measured by a sixth difference and taken as no less than 8 roundings.
 *
 * Shapes: scalar. Source: B. Fornberg, Math. Comp. 51 (1988) 699–706, for the weights.
 */
export function slope(f: (t: number) => number, t: number, side: -1 | 0 | 1, room: number): Slope {
  let best: Slope = { value: NaN, bound: Infinity }
  const scales = [1, ...(Math.abs(t) < LARGE ? [] : [Math.abs(t)])].map((scale) => powerOfTwoUpTo(Math.min(scale, room)))
  for (const step of scales.flatMap((scale) => STEPS.map((h) => h * scale))) {
    const coarse = differences(f, t, step, side)
    const fine = differences(f, t, step / 2, side)
    const bound = Math.abs(coarse.value - fine.value) + fine.noise
    if (bound < best.bound) best = { value: fine.value, bound }
  }
  return best
}

function powerOfTwoUpTo(x: number): number {
  let power = 1
  while (power > x && power > 0) power /= 2
  while (2 * power <= x) power *= 2
  return power
}

function differences(f: (t: number) => number, t: number, h: number, side: -1 | 0 | 1): { value: number; noise: number } {
  const p = Array.from({ length: 7 }, (_, k) => f(t + (side === 0 ? k - 3 : side * k) * h))
  const size = Math.max(...p.map(Math.abs))
  const sixth = Math.abs(p[0] - 6 * p[1] + 15 * p[2] - 20 * p[3] + 15 * p[4] - 6 * p[5] + p[6])
  // The sums of the weights' sizes, 1.8 and 28, say how much of a rounding of f gets through.
  const [sum, gain] =
    side === 0
      ? [45 * (p[4] - p[2]) - 9 * (p[5] - p[1]) + (p[6] - p[0]), 2]
      : [side * (-147 * p[0] + 360 * p[1] - 450 * p[2] + 400 * p[3] - 225 * p[4] + 72 * p[5] - 10 * p[6]), 28]
  return { value: sum / (60 * h), noise: (gain * ROUNDINGS_OF_F * ROUNDING * size + sixth) / h }
}
