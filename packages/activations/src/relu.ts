import { defineActivation, type ElementwiseActivation } from './activation.js'

/**
 * The rectified linear unit: σ(z) = max(0, z), σ′(z) = 1 for z > 0 and 0 for z ≤ 0.
 *
 * Saturates at the lower end, where σ′ = 0 for every z < 0. A kink at 0, where σ′ is the derivative from the left.
 *
 * Shapes: scalar. Source: V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010.
 */
export const relu: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'relu',
  f: (z) => Math.max(0, z),
  // Written so that NaN stays NaN: every comparison with it is false.
  fPrime: (z) => (z > 0 ? 1 : z <= 0 ? 0 : NaN),
  complex: (re, im) => (re > 0 ? [re, im] : re <= 0 ? [0, 0] : [NaN, NaN]),
  exact: true,
  kernel: 'relu',
})
