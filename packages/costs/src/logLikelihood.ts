import { exp, log, log1p } from '@nablajs/linalg/exact'
import { atan } from './atan.js'
import { leastActivation } from './clamp.js'
import { defineCost, type Cost } from './cost.js'

/**
 * Log-likelihood, for outputs in [0, 1] and targets, as a rule one-hot: C_x = −Σ_j y_j log a_j, ∂C_x/∂a_j = −y_j/a_j. With
 * softmax that is δ_j = a_j Σ_k y_k − y_j, with the sigmoid δ_j = −y_j σ(−z_j), which keeps its digits at both ends.
 *
 * Both are finite everywhere: a is taken no nearer to 0 than the numbers of its type are (`clamp.ts`).
 *
 * Shapes: z, a, y and out n_L numbers. Source: M. Nielsen, Neural Networks and Deep Learning, 2015, chapter 3.
 */
export const logLikelihood: Cost = /* @__PURE__ */ defineCost({
  name: 'logLikelihood',
  value(a, y) {
    const least = leastActivation(a)
    let sum = 0
    for (let j = 0; j < a.length; j++) sum -= y[j] * log(Math.max(a[j], least))
    return sum
  },
  gradient(a, y, out) {
    const least = leastActivation(a)
    for (let j = 0; j < a.length; j++) out[j] = -y[j] / Math.max(a[j], least)
    return out
  },
  targets: [0, Infinity],
  pairings: {
    sigmoid: (z, _a, y) => -y / (1 + exp(z)),
    softmax(_z, a, y, out) {
      let sum = 0
      for (let j = 0; j < a.length; j++) sum += y[j]
      for (let j = 0; j < a.length; j++) out[j] = a[j] * sum - y[j]
      return out
    },
  },
  complex(aRe, aIm, y) {
    let re = 0
    let im = 0
    for (let j = 0; j < aRe.length; j++) {
      const aj = Math.max(aRe[j], leastActivation(aRe))
      const p = aIm[j] / aj
      re -= y[j] * (log(aj) + log1p(p * p) / 2)
      im -= y[j] * atan(p)
    }
    return [re, im]
  },
  exact: true,
})
