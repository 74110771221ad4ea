import { kFold } from '@nablajs/data'
import { holdOut } from './holdOut.js'
import { numbered } from './numbered.js'

/** Who trains, who decides when to stop, and who only tells how good the network is: rows in their order. */
export interface Partition {
  readonly training: readonly number[]
  /** None where the test rows decide. */
  readonly validation: readonly number[]
  /** None where nothing is held out. */
  readonly test: readonly number[]
}

/** The shares of rows that are not trained on. */
export interface Shares {
  readonly test: number
  readonly validation: number
}

/**
 * Divides rows by chance, each class in its share where there are classes. Rows that are for testing alone are the test, and
 * no others.
 *
 * Shapes: rows, and a label for each.
 */
export function partition(rows: readonly number[], labels: readonly string[] | undefined, { test, validation }: Shares, seed: number, testFrom?: number): Partition {
  const labelled = (part: readonly number[]) => labels && part.map((row) => labels[row] ?? '')
  const own = testFrom === undefined ? undefined : { training: rows.filter((row) => row < testFrom), test: rows.filter((row) => row >= testFrom) }
  const first = own ?? holdOut(rows, labelled(rows), test, seed)
  const left = rows.length - first.test.length
  const second = holdOut(first.training, labelled(first.training), (validation * rows.length) / left, seed)
  return { training: second.training, validation: second.test, test: first.test }
}

/**
 * The k ways in which one of k folds is the test and the others train.
 *
 * Shapes: rows, and a label for each; returns k partitions. Throws `OptionError` for more folds than rows.
 */
export function folds(rows: readonly number[], labels: readonly string[] | undefined, k: number, validation: number, seed: number): Partition[] {
  const numbers = labels && numbered(rows.map((row) => labels[row] ?? ''))
  const inOrder = (part: Uint32Array) => Array.from(part).sort((p, q) => p - q).map((i) => rows[i] ?? 0)
  return kFold(rows.length, k, { seed, ...(numbers && { labels: numbers }) }).map(({ train, test }) => {
    const others = inOrder(train)
    const { training, test: second } = holdOut(others, labels && others.map((row) => labels[row] ?? ''), (validation * rows.length) / others.length, seed)
    return { training, validation: second, test: inOrder(test) }
  })
}
