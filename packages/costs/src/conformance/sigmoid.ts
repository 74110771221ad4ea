import { exp } from '@nablajs/linalg/exact'
import type { OutputActivation } from './pairing.js'

/**
 * The sigmoid as pairings are held against it: σ(z) = 1/(1 + e^(−z)), σ′ = e/(1 + e)² with e = e^(−|z|).
 *
 * Shapes: z, a, g and delta n × m.
 */
export const sigmoid: OutputActivation = {
  name: 'sigmoid',
  apply(z, a) {
    z.data.forEach((x, at) => (a.data[at] = 1 / (1 + exp(-x))))
  },
  pullback(z, _a, g, delta) {
    z.data.forEach((x, at) => {
      const e = exp(-Math.abs(x))
      delta.data[at] = (g.data[at] * e) / ((1 + e) * (1 + e))
    })
  },
  kernelOf: () => 'sigmoid',
}
