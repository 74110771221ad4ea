import { defineCost, type Cost } from './cost.js'

/**
 * The absolute error: C_x = Σ_j |a_j − y_j|, ∂C_x/∂a_j = ±1, the sign of a_j − y_j. It has a kink at a_j = y_j; there the
 * gradient is 0, a subgradient: a neuron that is right is left alone.
 *
 * Shapes: a, y and out n_L numbers.
 */
export const absolute: Cost = /* @__PURE__ */ defineCost({
  name: 'absolute',
  value(a, y) {
    let sum = 0
    for (let j = 0; j < a.length; j++) sum += Math.abs(a[j] - y[j])
    return sum
  },
  gradient(a, y, out) {
    for (let j = 0; j < a.length; j++) out[j] = Math.sign(a[j] - y[j])
    return out
  },
  complex(aRe, aIm, y) {
    let re = 0
    let im = 0
    for (let j = 0; j < aRe.length; j++) {
      re += Math.abs(aRe[j] - y[j])
      im += Math.sign(aRe[j] - y[j]) * aIm[j]
    }
    return [re, im]
  },
  exact: true,
})
