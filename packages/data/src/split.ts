import { OptionError } from '@nablajs/linalg'
import type { Samples } from './samples.js'
import { select } from './select.js'
import { splitIndices } from './splitIndices.js'

/** How samples are split. The same seed gives the same parts in every engine. */
export interface SplitOptions {
  /** A whole number, 1 unless said. */
  seed?: number
  /** Every part has about the share of each class that the whole has; for samples with labels. */
  stratified?: boolean
}

/** As many samples as there are fractions: two for `[0.8, 0.2]`. */
export type Parts<Fractions extends readonly number[]> = { -readonly [K in keyof Fractions]: Samples }

/**
 * Splits samples at random into parts: every sample goes to exactly one of them, and each part holds a copy. (`slice`
 * gives parts in the order as it is, without copying.)
 *
 * Shapes: a part of fraction f gets about f · m of the m columns, by rounding where each part ends. Throws `OptionError`
 * where fractions are not positive, do not add up to 1, or leave a part empty, and for `stratified` where there are no labels.
 */
export function split<const Fractions extends readonly number[]>(
  samples: Samples,
  fractions: Fractions,
  { seed = 1, stratified = false }: SplitOptions = {},
): Parts<Fractions> {
  const { size, labels } = samples
  if (stratified && !labels) throw noLabels()
  const parts = splitIndices(size, fractions, { seed, ...(stratified && labels && { labels }) })
  return parts.map((indices) => select(samples, indices)) as Parts<Fractions>
}

function noLabels(): OptionError {
  return new OptionError({
    option: 'stratified',
    where: 'split, stratified',
    expected: 'samples with labels',
    got: 'samples without',
    fix: 'Leave it out: a regression has no classes.',
  })
}
