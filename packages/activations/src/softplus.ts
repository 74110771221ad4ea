import { exp, log1p } from '@nablajs/linalg/exact'
import { defineActivation, type ElementwiseActivation } from './activation.js'

/**
 * Softplus: σ(z) = log(1 + e^z), computed as max(z, 0) + log1p(e^(−|z|)), which does not overflow; σ′(z) = 1/(1 + e^(−z)),
 * the sigmoid.
 *
 * Saturates at the lower end: σ′ < 0.01 for z < −4.6. No kinks.
 *
 * Shapes: scalar. Source: C. Dugas, Y. Bengio, F. Bélisle, C. Nadeau, R. Garcia,
 * Incorporating second-order functional knowledge for better option pricing, NIPS 2000.
 */
export const softplus: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'softplus',
  f: (z) => Math.max(z, 0) + log1p(exp(-Math.abs(z))),
  // e^(−z) is ∞ only where σ′ is below the smallest normal number.
  fPrime: (z) => 1 / (1 + exp(-z)),
  exact: true,
  kernel: 'softplus',
})
