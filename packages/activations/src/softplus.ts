import { exp, log1p } from '@nablajs/linalg/exact'
import { defineActivation, type ElementwiseActivation } from './activation.js'
import { cis } from './cis.js'

/**
 * Softplus: σ(z) = log(1 + e^z), computed as max(z, 0) + log1p(e^(−|z|)), which does not overflow; σ′(z) = 1/(1 + e^(−z)),
 * the sigmoid.
 *
 * Saturates at the lower end: σ′ < 0.01 for z < −4.6. No kinks.
 *
 * Shapes: scalar. The complex form is right for |im| < π. Source: C. Dugas, Y. Bengio, F. Bélisle, C. Nadeau, R. Garcia,
 * Incorporating second-order functional knowledge for better option pricing, NIPS 2000.
 */
export const softplus: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'softplus',
  f: (z) => Math.max(z, 0) + log1p(exp(-Math.abs(z))),
  // e^(−z) is ∞ only where σ′ is below the smallest normal number.
  fPrime: (z) => 1 / (1 + exp(-z)),
  complex: (re, im) => {
    // log(1 + E) on the left, z + log(1 + E) on the right, with E = e^(±z) no longer than 1.
    const e = exp(-Math.abs(re))
    const [c, s] = cis(im)
    const size = log1p(2 * e * c + e * e) / 2
    const angle = Math.atan2(e * s, 1 + e * c)
    return re < 0 ? [size, angle] : [re + size, im - angle]
  },
  exact: true,
  kernel: 'softplus',
})
