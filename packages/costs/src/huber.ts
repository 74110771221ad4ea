import { defineCost, type Cost } from './cost.js'

/**
 * Huber's cost: quadratic for errors up to 1, linear beyond, so that no outlier pulls with more than ±1. With the error
 * r = a_j − y_j, C_x = Σ_j (½ r² where |r| ≤ 1, |r| − ½ beyond), ∂C_x/∂a_j = r cut off at ±1. It has no kink: value and
 * slope of the two parts meet at |r| = 1.
 *
 * Shapes: a, y and out n_L numbers. Source: P. J. Huber, Ann. Math. Statist. 35 (1964) 73–101.
 */
export const huber: Cost = /* @__PURE__ */ defineCost({
  name: 'huber',
  value(a, y) {
    let sum = 0
    for (let j = 0; j < a.length; j++) {
      const size = Math.abs(a[j] - y[j])
      const near = Math.min(size, 1)
      sum += near * (size - near / 2)
    }
    return sum
  },
  gradient(a, y, out) {
    for (let j = 0; j < a.length; j++) out[j] = Math.min(Math.max(a[j] - y[j], -1), 1)
    return out
  },
  complex(aRe, aIm, y) {
    let re = 0
    let im = 0
    for (let j = 0; j < aRe.length; j++) {
      const r = aRe[j] - y[j]
      const near = Math.min(Math.max(r, -1), 1)
      re += near * (r - near / 2)
      im += near * aIm[j]
      // Where it is r²/2, the square of the imaginary part counts too.
      if (near === r) re -= (aIm[j] * aIm[j]) / 2
    }
    return [re, im]
  },
  exact: true,
})
