import { splitIndices } from '@nablajs/data'
import { numbered } from './numbered.js'

/** The rows to train on, and those that are held out. */
export interface HeldOut {
  readonly training: readonly number[]
  /** None where nothing is held out. */
  readonly test: readonly number[]
}

/**
 * Holds a share of rows out, each class in its share where there are classes; none where the share is 0, otherwise
 * at least one row, and one is left to train on.
 *
 * Shapes: rows, and a class for each; the parts in the order of the rows.
 */
export function holdOut(rows: readonly number[], labels: readonly string[] | undefined, share: number, seed: number): HeldOut {
  const held = Math.min(Math.max(1, Math.round(share * rows.length)), rows.length - 1)
  if (share === 0 || held < 1) return { training: rows, test: [] }
  const numbers = labels && numbered(labels)
  const fraction = held / rows.length
  const [training, test] = splitIndices(rows.length, [1 - fraction, fraction], { seed, ...(numbers && { labels: numbers }) })
  const chosen = (part: Uint32Array | undefined) => Array.from(part ?? []).sort((p, q) => p - q).map((i) => rows[i] ?? 0)
  return { training: chosen(training), test: chosen(test) }
}
