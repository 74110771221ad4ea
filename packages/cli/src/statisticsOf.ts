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
  readonly histogram: Histogram
}

/** How many numbers lie in each of some intervals of one length. */
export interface Histogram {
  /** Where the intervals begin, and where the last one ends. A number on an edge lies in the interval behind it; the last holds both its edges. */
  readonly edges: readonly number[]
  readonly counts: readonly number[]
}

/** Enough to see a shape, and few enough to see several layers at once. */
const INTERVALS = 12

/**
 * The statistics of finite numbers.
 *
 * Shapes: one number at least.
 */
export function statisticsOf(numbers: ArrayLike<number>): Statistics {
  const count = numbers.length
  let [min, max, sum, zeros] = [Infinity, -Infinity, 0, 0]
  for (let i = 0; i < count; i++) {
    const x = numbers[i] ?? NaN
    min = Math.min(min, x)
    max = Math.max(max, x)
    sum += x
    if (x === 0) zeros++
  }
  const mean = sum / count
  let squares = 0
  for (let i = 0; i < count; i++) squares += ((numbers[i] ?? NaN) - mean) * ((numbers[i] ?? NaN) - mean)
  return { count, min, mean, deviation: Math.sqrt(squares / count), max, zeros, histogram: histogramOf(numbers, min, max) }
}

function histogramOf(numbers: ArrayLike<number>, min: number, max: number): Histogram {
  if (min === max) return { edges: [min, max], counts: [numbers.length] }
  // Halves, since max − min may be beyond the largest number.
  const half = max / 2 - min / 2
  const edges = Array.from({ length: INTERVALS + 1 }, (_, i) => (i === INTERVALS ? max : min + 2 * ((i / INTERVALS) * half)))
  const counts = new Array<number>(INTERVALS).fill(0)
  for (let i = 0; i < numbers.length; i++) {
    const place = Math.min(INTERVALS - 1, Math.floor((((numbers[i] ?? NaN) / 2 - min / 2) / half) * INTERVALS))
    counts[place] = (counts[place] ?? 0) + 1
  }
  return { edges, counts }
}
