import type { Paths } from '@nablajs/explain'

/** Sums of float64 that differ by less, against what was added, are the same number: far above their rounding, far below what is drawn. */
const SAME = 1e-9

/** Whether a sum over paths is the number that backpropagation gives. It is not where an output is 0 or 1 to the last digit and the cost is cross-entropy. */
export function agrees({ sum, paths }: Pick<Paths, 'sum' | 'paths'>, gradient: number): boolean {
  return Math.abs(sum - gradient) <= SAME * paths.reduce((size, { product }) => size + Math.abs(product), 0)
}
