import { exp, expm1 } from '@nablajs/linalg/exact'
import { defineActivation, type ElementwiseActivation } from './activation.js'
import { cis } from './cis.js'

/**
 * The exponential linear unit with α = 1: σ(z) = z for z > 0 and e^z − 1 for z ≤ 0, σ′(z) = e^(min(z, 0)).
 *
 * Saturates at the lower end: σ → −1, σ′ < 0.01 for z < −4.61. The usual σ′ = a + 1 loses its digits there. No kinks: σ′ is
 * continuous at 0.
 *
 * Shapes: scalar. Source: D.-A. Clevert, T. Unterthiner, S. Hochreiter, Fast and accurate deep network learning by
 * exponential linear units, ICLR 2016.
 */
export const elu: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'elu',
  // One of the two parts is always 0, and max and min keep NaN.
  f: (z) => Math.max(0, z) + expm1(Math.min(0, z)),
  fPrime: (z) => exp(Math.min(0, z)),
  complex: (re, im) => {
    if (re > 0) return [re, im]
    const [c, s] = cis(im / 2)
    return [expm1(re) * (c * c - s * s) - 2 * s * s, 2 * exp(re) * c * s]
  },
  exact: true,
  kernel: 'elu',
})
