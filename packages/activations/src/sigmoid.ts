import { exp } from '@nablajs/linalg/exact'
import { defineActivation, type ElementwiseActivation } from './activation.js'
import { cis } from './cis.js'

/**
 * The chapter's sigmoid: σ(z) = 1/(1 + e^(−z)), σ′(z) = e/(1 + e)² with e = e^(−|z|).
 *
 * Saturates at both ends: σ′ < 0.01 for |z| > 4.6. The usual σ′ = a(1 − a) loses every digit there (in float32 it is
 * 2.6 % off at z = 15 and 0 at z = 20); this form keeps them, down to the smallest normal number.
 *
 * Shapes: scalar. Source: chapter 2, (23).
 */
export const sigmoid: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'sigmoid',
  f: (z) => {
    const e = exp(-Math.abs(z))
    return z < 0 ? e / (1 + e) : 1 / (1 + e)
  },
  fPrime: (z) => {
    const e = exp(-Math.abs(z))
    return e / ((1 + e) * (1 + e))
  },
  complex: (re, im) => {
    // p/(p + q e^(−i im)), where the larger of p and q is 1 and p/q = e^re.
    const p = exp(Math.min(0, re))
    const q = exp(Math.min(0, -re))
    const [c, s] = cis(im)
    const below = p * p + 2 * p * q * c + q * q
    return [(p * (p + q * c)) / below, (p * q * s) / below]
  },
  exact: true,
  kernel: 'sigmoid',
})
