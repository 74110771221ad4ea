import { erfc, exp } from '@nablajs/linalg/exact'
import { defineActivation, type ElementwiseActivation } from './activation.js'

/** 1/√(2π), the height of the normal density. */
const DENSITY_AT_0 = 0.3989422804014327

/**
 * The Gaussian error linear unit, in its exact form: σ(z) = z Φ(z), σ′(z) = Φ(z) + z φ(z), with the standard normal
 * distribution Φ(z) = ½ erfc(−z/√2) and its density φ(z) = e^(−z²/2)/√(2π).
 *
 * Saturates at the lower end: |σ′| < 0.01 for z < −3.07. Φ by erfc keeps its digits there, which ½(1 + erf(z/√2)) loses.
 * No kinks; σ′ is 0 at z ≈ −0.752.
 *
 * Shapes: scalar. Source: D. Hendrycks, K. Gimpel, Gaussian error linear units, arXiv:1606.08415, 2016.
 */
export const gelu: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'gelu',
  f: (z) => {
    // The nearest finite number, since −∞ · 0 is NaN.
    const x = Math.max(-Number.MAX_VALUE, z)
    return 0.5 * x * erfc(-x / Math.SQRT2)
  },
  fPrime: (z) => {
    const x = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, z))
    return 0.5 * erfc(-x / Math.SQRT2) + DENSITY_AT_0 * x * exp(-0.5 * x * x)
  },
  exact: true,
  kernel: 'gelu',
})
