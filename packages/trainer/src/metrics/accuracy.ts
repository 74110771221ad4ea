import { classOf } from './classOf.js'
import type { Metric } from './metric.js'

/**
 * The share of samples whose class is right: the largest output and the largest target at the same place, or both on one side of ½.
 *
 * Shapes: outputs and targets n_L × m.
 */
export function accuracy(): Metric<number> {
  return {
    name: 'accuracy',
    begin() {
      let right = 0
      let seen = 0
      return {
        add(a, y) {
          for (let i = 0; i < a.cols; i++) if (classOf(a, i) === classOf(y, i)) right++
          seen += a.cols
        },
        value: () => right / seen,
      }
    },
  }
}
