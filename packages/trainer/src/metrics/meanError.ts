import type { Metric } from './metric.js'

/**
 * The mean over samples and outputs of (a − y)².
 *
 * Shapes: outputs and targets n_L × m.
 */
export function meanSquaredError(): Metric<number> {
  return mean('mean squared error', (difference) => difference * difference)
}

/**
 * The mean over samples and outputs of |a − y|.
 *
 * Shapes: outputs and targets n_L × m.
 */
export function meanAbsoluteError(): Metric<number> {
  return mean('mean absolute error', Math.abs)
}

function mean(name: string, of: (difference: number) => number): Metric<number> {
  return {
    name,
    begin() {
      let total = 0
      let seen = 0
      return {
        add({ data: a }, { data: y }) {
          for (let at = 0; at < a.length; at++) total += of(a[at] - y[at])
          seen += a.length
        },
        value: () => total / seen,
      }
    },
  }
}
