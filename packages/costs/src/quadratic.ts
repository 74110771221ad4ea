import { defineCost, type Cost } from './cost.js'

/**
 * The quadratic cost of one sample (27): C_x = ½ Σ_j (y_j − a_j)²; over a set (26) it is the mean. ∇ₐC = a − y.
 *
 * Shapes: a, y and out n_L numbers. Source: chapter 2.
 *
 * @equation (26)
 * @equation (27)
 */
export const quadratic: Cost = /* @__PURE__ */ defineCost({
  name: 'quadratic',
  value(a, y) {
    let sum = 0
    for (let j = 0; j < a.length; j++) sum += (y[j] - a[j]) * (y[j] - a[j])
    return sum / 2
  },
  gradient(a, y, out) {
    for (let j = 0; j < a.length; j++) out[j] = a[j] - y[j]
    return out
  },
  complex(aRe, aIm, y) {
    let re = 0
    let im = 0
    for (let j = 0; j < aRe.length; j++) {
      const r = aRe[j] - y[j]
      re += (r * r - aIm[j] * aIm[j]) / 2
      im += r * aIm[j]
    }
    return [re, im]
  },
  exact: true,
})
