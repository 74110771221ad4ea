import { OptionError, type Matrix } from '@nablajs/linalg'
import { classOf } from './classOf.js'
import type { Metric } from './metric.js'

/**
 * The share of samples whose class is among the k largest outputs. Of equal outputs the first is the larger.
 *
 * Shapes: outputs and targets n_L × m, n_L ≥ 2. Throws `OptionError` for a k that is not in 1 … n_L.
 */
export function topK(k: number): Metric<number> {
  return {
    name: `top ${k}`,
    begin(outputs) {
      if (!Number.isSafeInteger(k) || k < 1 || k > outputs || outputs < 2) throw cannotRank(k, outputs)
      let right = 0
      let seen = 0
      return {
        add(a, y) {
          for (let i = 0; i < a.cols; i++) if (rankOf(a, i, classOf(y, i)) < k) right++
          seen += a.cols
        },
        value: () => right / seen,
      }
    },
  }
}

/** How many outputs of a column come before output j. */
function rankOf({ rows, data }: Matrix, i: number, j: number): number {
  const first = i * rows
  let before = 0
  for (let other = 0; other < rows; other++) {
    const ahead = data[first + other] - data[first + j]
    if (ahead > 0 || (ahead === 0 && other < j)) before++
  }
  return before
}

function cannotRank(k: number, outputs: number): OptionError {
  return new OptionError({
    option: 'k',
    where: `topK(${k})`,
    expected: outputs < 2 ? 'a network of two or more outputs' : `a whole number in 1 … ${outputs}, the outputs of the network`,
    got: outputs < 2 ? String(outputs) : String(k),
    fix: outputs < 2 ? 'Use accuracy().' : 'topK(1) is the accuracy.',
  })
}
