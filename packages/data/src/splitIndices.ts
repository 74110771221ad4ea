import { inOrder, OptionError, random, shuffle } from '@nablajs/linalg'

/** How indices are dealt out. */
export interface SplitIndicesOptions {
  /** A whole number, 1 unless said. */
  seed?: number
  /** The class of each sample: every part then has about the share of each class that the whole has. */
  labels?: ArrayLike<number>
}

/** How far the fractions may be from adding up to 1: 0.7 + 0.2 + 0.1 is 0.9999999999999999. */
const SUM_TOLERANCE = 1e-9

/**
 * Deals the numbers 0 … size − 1 out to parts at random. The same seed gives the same parts in every engine.
 *
 * Shapes: a part of fraction f gets about f · size, by rounding where each part ends. Throws `OptionError` where fractions are not positive, do
 * not add up to 1 or leave a part empty, for a seed that is not whole, and for labels of another count.
 */
export function splitIndices(size: number, fractions: readonly number[], { seed = 1, labels }: SplitIndicesOptions = {}): Uint32Array[] {
  const ends = endsOf(fractions, size)
  if (!Number.isSafeInteger(seed)) throw wrong('seed', 'a whole number', String(seed), 'Give for example { seed: 1 }.')
  const order = inOrder(size)
  shuffle(order, random(seed))
  const dealt = labels ? interleaved(order, requireLabels(labels, size)) : order
  return ends.map((end, k) => dealt.slice(ends[k - 1] ?? 0, end))
}

/**
 * Samples dealt out to k folds of about the same size, each of which is held out once.
 *
 * Shapes: returns k times the indices to train on and those to test on. Throws `OptionError` unless 2 ≤ k ≤ size.
 *
 * @example
 * for (const { train, test } of kFold(samples.size, 5, { labels: samples.labels })) fit(select(samples, train), select(samples, test))
 */
export function kFold(size: number, k: number, options: SplitIndicesOptions = {}): { train: Uint32Array; test: Uint32Array }[] {
  if (!Number.isSafeInteger(k) || k < 2 || k > size) throw wrong('k', `a whole number in 2 … ${size}, the count of samples`, String(k), '5 and 10 are usual.')
  const folds = splitIndices(size, new Array<number>(k).fill(1 / k), options)
  return folds.map((test, held) => ({ test, train: Uint32Array.from(folds.flatMap((fold, i) => (i === held ? [] : Array.from(fold)))) }))
}

/**
 * The same indices, so that any run of them has about the share of each class that all have: the i-th of n of a class stands at (i + ½)/n.
 */
function interleaved(order: Uint32Array, labels: ArrayLike<number>): Uint32Array {
  const counts = new Map<number, number>()
  const ranks = order.map((index) => {
    const rank = counts.get(labels[index] ?? 0) ?? 0
    counts.set(labels[index] ?? 0, rank + 1)
    return rank
  })
  const places = Array.from(order, (index, i) => ({ index, place: ((ranks[i] ?? 0) + 0.5) / (counts.get(labels[index] ?? 0) ?? 1) }))
  return Uint32Array.from(places.sort((p, q) => p.place - q.place), ({ index }) => index)
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

function requireLabels(labels: ArrayLike<number>, size: number): ArrayLike<number> {
  if (labels.length === size) return labels
  throw wrong('labels', `${size}, one for each sample`, String(labels.length), 'Give the labels of the same samples.')
}

function wrong(option: string, expected: string, got: string, fix: string): OptionError {
  return new OptionError({ option, where: `split, ${option}`, expected, got, fix })
}
