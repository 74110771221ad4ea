import { defineActivation, type ElementwiseActivation } from './activation.js'

/**
 * Softsign: σ(z) = z/(1 + |z|), σ′(z) = 1/(1 + |z|)².
 *
 * Saturates at both ends, but slowly, as 1/z²: σ′ < 0.01 for |z| > 9. No kinks: σ′ is continuous at 0, σ″ jumps there.
 *
 * Shapes: scalar. Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks,
 * AISTATS 2010.
 */
export const softsign: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'softsign',
  f: (z) => {
    // The nearest finite number, since ∞/∞ is NaN.
    const x = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, z))
    return x / (1 + Math.abs(x))
  },
  fPrime: (z) => 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z))),
  complex: (re, im) => {
    // z/(1 + z) on the right, z/(1 − z) on the left: (z + s|z|²)/|1 + s z|².
    const s = re < 0 ? -1 : 1
    const below = (1 + s * re) * (1 + s * re) + im * im
    return [(re + s * (re * re + im * im)) / below, im / below]
  },
  exact: true,
  kernel: 'softsign',
})
