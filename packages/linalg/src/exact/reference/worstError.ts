import { ulpsBetween } from '../ulpsBetween.js'

/** A row of a reference table: x, the double nearest to f(x), and what it lacks in units of its last place. */
type Point = readonly number[]

/**
 * The largest error of f over reference points, in units of the last place of the true value, and where it is. A row ends in the
 * value and its rest; what stands before them are f's arguments.
 *
 * Shapes: points: any number of rows [x, value, rest], or [x, n, value, rest] for a function of two numbers.
 */
export function worstError(f: (x: number, n: number) => number, points: readonly Point[]): { ulps: number; at: Point } {
  let worst = { ulps: -1, at: points[0] }
  for (const at of points) {
    const [value, rest] = at.slice(-2)
    const result = f(at[0], at[1])
    const ulps = Math.abs((result > value ? 1 : -1) * ulpsBetween(result, value) - rest)
    if (!(ulps <= worst.ulps)) worst = { ulps, at }
  }
  return worst
}
