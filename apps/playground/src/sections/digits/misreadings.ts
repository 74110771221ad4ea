import type { Cost } from '@nablajs/costs'
import type { Metric } from '@nablajs/trainer'
import type { Misreading } from './digitsMessages.js'
import { largest } from './largest.js'

/** The samples whose largest output is not that of the target, by C_x, the largest first; of an evaluation, without a pass of their own. Shapes: a, y n_L × m. */
export function misreadings(cost: Cost): Metric<readonly Misreading[]> {
  return {
    name: 'misreadings',
    begin() {
      const found: Misreading[] = []
      let seen = 0
      return {
        add(a, y) {
          for (let i = 0; i < a.cols; i++) {
            const [outputs, target] = [a.column(i), y.column(i)]
            const [answer, label] = [largest(outputs), largest(target)]
            if (answer !== label) found.push({ sample: seen + i, label, answer, cost: cost.value(outputs, target) })
          }
          seen += a.cols
        },
        value: () => found.sort((one, other) => other.cost - one.cost),
      }
    },
  }
}
