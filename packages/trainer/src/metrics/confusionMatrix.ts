import { classesOf, classOf } from './classOf.js'
import type { Metric } from './metric.js'

/**
 * How often class j was taken for class k: `value[j][k]`, j the target's class and k the output's. One output tells two classes apart.
 *
 * Shapes: outputs and targets n_L × m; the value: n_L × n_L, or 2 × 2.
 */
export function confusionMatrix(): Metric<number[][]> {
  return {
    name: 'confusion matrix',
    begin(outputs) {
      const classes = classesOf(outputs)
      const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
      return {
        add(a, y) {
          for (let i = 0; i < a.cols; i++) counts[classOf(y, i)][classOf(a, i)]++
        },
        value: () => counts.map((row) => [...row]),
      }
    },
  }
}
