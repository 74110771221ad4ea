import { OptionError } from '@nablajs/linalg'
import type { Columns, Samples } from './samples.js'

/**
 * Samples from … to − 1 as views: nothing is copied, so that writing to one is seen in the other.
 *
 * Shapes: inputs n_1 × (to − from), the other parts likewise. Throws `OptionError` unless 0 ≤ from < to ≤ size.
 */
export function slice(samples: Samples, from: number, to: number): Samples {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from || to > samples.size) {
    throw new OptionError({
      option: 'from, to',
      where: `slice(samples, ${from}, ${to})`,
      expected: `whole numbers with 0 ≤ from < to ≤ ${samples.size}`,
      got: `${from} and ${to}`,
      fix: 'Give the index of the first sample, then that of the last plus 1.',
    })
  }
  const { inputs, targets, weights, labels } = samples
  const view = ({ rows, data, ...rest }: Columns): Columns => ({ ...rest, rows, data: data.subarray(from * rows, to * rows) })
  return {
    size: to - from,
    inputs: view(inputs),
    targets: view(targets),
    ...(weights && { weights: view(weights) }),
    ...(labels && { labels: labels.subarray(from, to) }),
  }
}
