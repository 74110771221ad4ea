import type { Network, SampleMatrix } from '@nablajs/backprop'

/**
 * How many samples these are; a column that is half filled counts. What does not fit the network counts as one, and is refused where it is loaded.
 *
 * Shapes: X: n_1 × m, or n_1 numbers, which are one.
 */
export function samplesOf({ sizes }: Network, X: SampleMatrix): number {
  if (typeof X !== 'object' || X === null || !('rows' in X) || X.rows !== sizes[0]) return 1
  return Math.max(1, Math.ceil(X.data.length / X.rows))
}
