import { inOrder, OptionError, random, shuffle } from '@nablajs/linalg'
import type { Samples } from './samples.js'
import { select } from './select.js'

/** The seed of the order. The same seed gives the same parts in every engine. */
export interface SplitOptions {
  /** A whole number, 1 unless said. */
  seed?: number
}

/** As many samples as there are fractions: two for `[0.8, 0.2]`. */
export type Parts<Fractions extends readonly number[]> = { -readonly [K in keyof Fractions]: Samples }

/** How far the fractions may be from adding up to 1: 0.7 + 0.2 + 0.1 is 0.9999999999999999. */
const SUM_TOLERANCE = 1e-9

/**
 * Splits samples at random into parts: every sample goes to exactly one of them, and each part holds a copy. (`slice`
 * gives parts in the order as it is, without copying.)
 *
 * Shapes: a part of fraction f gets about f · m of the m columns, by rounding where each part ends. Throws `OptionError`
 * where fractions are not positive, do not add up to 1, or leave a part empty.
 */
export function split<const Fractions extends readonly number[]>(
  samples: Samples,
  fractions: Fractions,
  { seed = 1 }: SplitOptions = {},
): Parts<Fractions> {
  const ends = endsOf(fractions, samples.size)
  if (!Number.isSafeInteger(seed)) throw wrong('seed', 'a whole number', String(seed), 'Give for example { seed: 1 }.')
  const order = inOrder(samples.size)
  shuffle(order, random(seed))
  return ends.map((end, k) => select(samples, order.subarray(ends[k - 1] ?? 0, end))) as Parts<Fractions>
}

function endsOf(fractions: readonly number[], size: number): number[] {
  const wanted = 'fractions above 0 that add up to 1'
  if (!fractions.every((f) => f > 0)) {
    throw wrong('fractions', wanted, `[${fractions.join(', ')}]`, 'Give for example [0.8, 0.2].')
  }
  const total = fractions.reduce((sum, f) => sum + f, 0)
  if (!(Math.abs(total - 1) <= SUM_TOLERANCE)) {
    throw wrong('fractions', wanted, `[${fractions.join(', ')}], which is ${total}`, 'Give for example [0.8, 0.2].')
  }
  let sum = 0
  const ends = fractions.map((f) => Math.round((sum += f) * size))
  const empty = ends.findIndex((end, k) => end === (ends[k - 1] ?? 0))
  if (empty >= 0) {
    const got = `part ${empty} empty: ${fractions[empty]} of ${size} samples is less than one`
    throw wrong('fractions', 'at least one sample in every part', got, 'Give a larger fraction, or more samples.')
  }
  return ends
}

function wrong(option: string, expected: string, got: string, fix: string): OptionError {
  return new OptionError({ option, where: `split, ${option}`, expected, got, fix })
}
