import { defineActivation, type ElementwiseActivation } from './activation.js'

/**
 * The leaky rectified linear unit: σ(z) = max(z, 0.01 z), σ′(z) = 1 for z > 0 and 0.01 for z ≤ 0.
 *
 * It never saturates: σ′ ≥ 0.01. A kink at 0, where σ′ is the derivative from the left.
 *
 * Shapes: scalar. Source: A. Maas, A. Hannun, A. Ng, Rectifier nonlinearities improve neural network acoustic models, ICML 2013.
 */
export const leakyRelu: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'leakyRelu',
  f: (z) => Math.max(z, 0.01 * z),
  // max and sign keep NaN, which z > 0 ? 1 : 0.01 would turn into 0.01.
  fPrime: (z) => 0.01 + 0.99 * Math.sign(Math.max(0, z)),
  complex: (re, im) => [Math.max(re, 0.01 * re), (0.01 + 0.99 * Math.sign(Math.max(0, re))) * im],
  exact: true,
  kernel: 'leakyRelu',
})
