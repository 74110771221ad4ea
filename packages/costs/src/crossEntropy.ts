import { log, log1p } from '@nablajs/linalg/exact'
import { atan } from './atan.js'
import { largestActivation, leastActivation } from './clamp.js'
import { defineCost, type Cost } from './cost.js'

/**
 * Cross-entropy, for outputs and targets in [0, 1]: C_x = −Σ_j (y_j log a_j + (1 − y_j) log(1 − a_j)),
 * ∂C_x/∂a_j = (a_j − y_j)/(a_j (1 − a_j)). With the sigmoid that is δ_j = a_j − y_j, which loses no digits in saturation.
 *
 * Both are finite everywhere: a is taken no nearer to 0 and 1 than the numbers of its type are (`clamp.ts`).
 *
 * Shapes: a, y and out n_L numbers. Source: M. Nielsen, Neural Networks and Deep Learning, 2015, chapter 3.
 */
export const crossEntropy: Cost = /* @__PURE__ */ defineCost({
  name: 'crossEntropy',
  value(a, y) {
    const least = leastActivation(a)
    const largest = largestActivation(a)
    let sum = 0
    for (let j = 0; j < a.length; j++) {
      let p = Math.min(Math.max(a[j], least), largest)
      let share = y[j]
      let lost = 0
      // log a, then log(1 − a) with what 1 − a lost (which counts near 1, where log p is as small), by one call of log: V8
      // inlines one, and a number returned by a call that is not inlined is garbage.
      for (let side = 0; side < 2; side++) {
        sum -= share * (log(p) + lost)
        lost = 1 - (1 - p) - p
        p = 1 - p
        share = 1 - share
      }
    }
    return sum
  },
  gradient(a, y, out) {
    const least = leastActivation(a)
    const largest = largestActivation(a)
    for (let j = 0; j < a.length; j++) {
      const aj = Math.min(Math.max(a[j], least), largest)
      out[j] = (aj - y[j]) / (aj * (1 - aj))
    }
    return out
  },
  targets: [0, 1],
  pairings: { sigmoid: (_z, a, y) => a - y },
  complex(aRe, aIm, y) {
    let re = 0
    let im = 0
    for (let j = 0; j < aRe.length; j++) {
      const aj = Math.min(Math.max(aRe[j], leastActivation(aRe)), largestActivation(aRe))
      const p = aIm[j] / aj
      const q = aIm[j] / (1 - aj)
      re -= y[j] * (log(aj) + log1p(p * p) / 2) + (1 - y[j]) * (log1p(-aj) + log1p(q * q) / 2)
      im -= y[j] * atan(p) - (1 - y[j]) * atan(q)
    }
    return [re, im]
  },
  exact: true,
})
