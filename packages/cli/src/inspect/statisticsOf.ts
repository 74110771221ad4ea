/** What a list of numbers is like. */
export interface Statistics {
  readonly count: number
  readonly min: number
  readonly mean: number
  /** √(Σ (x − mean)²/count). */
  readonly deviation: number
  readonly max: number
  /** How many are 0. */
  readonly zeros: number
  readonly histogram: readonly Interval[]
}

/** How many numbers lie in an interval. One on an edge lies in the interval behind it; the last holds both its edges. */
export interface Interval {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Enough to see a shape, and few enough to see several layers at once. */
const INTERVALS = 12

/**
 * The statistics of finite numbers.
 *
 * Shapes: one number at least.
 */
export function statisticsOf(numbers: Iterable<number> & { readonly length: number }): Statistics {
  const count = numbers.length
  let [min, max, sum, zeros] = [Infinity, -Infinity, 0, 0]
  for (const x of numbers) {
    min = Math.min(min, x)
    max = Math.max(max, x)
    sum += x
    if (x === 0) zeros++
  }
  const mean = sum / count
  let squares = 0
  for (const x of numbers) squares += (x - mean) * (x - mean)
  return { count, min, mean, deviation: Math.sqrt(squares / count), max, zeros, histogram: histogramOf(numbers, min, max) }
}

function histogramOf(numbers: Iterable<number> & { readonly length: number }, min: number, max: number): Interval[] {
  if (min === max) return [{ from: min, to: max, count: numbers.length }]
  // Halves, since max − min may be beyond the largest number.
  const half = max / 2 - min / 2
  const edge = (i: number) => (i === INTERVALS ? max : min + 2 * ((i / INTERVALS) * half))
  const intervals = Array.from({ length: INTERVALS }, (_, i) => ({ from: edge(i), to: edge(i + 1), count: 0 }))
  for (const x of numbers) {
    const interval = intervals[Math.min(INTERVALS - 1, Math.floor(((x / 2 - min / 2) / half) * INTERVALS))]
    if (interval) interval.count++
  }
  return intervals
}
