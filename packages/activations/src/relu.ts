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
  // max and sign keep NaN, which z > 0 ? 1 : 0 would turn into 0.
  fPrime: (z) => Math.sign(Math.max(0, z)),
  complex: (re, im) => [Math.max(0, re), Math.sign(Math.max(0, re)) * im],
  exact: true,
  kernel: 'relu',
})
