import { exp } from '@nablajs/linalg/exact'
import type { OutputActivation } from './pairing.js'

/**
 * Softmax as pairings are held against it: a_j = e^(z_j)/Σ_k e^(z_k), δ_j = a_j Σ_k a_k (g_j − g_k).
 *
 * Shapes: z, a, g and delta n × m.
 */
export const softmax: OutputActivation = {
  name: 'softmax',
  apply(z, a) {
    for (let i = 0; i < z.cols; i++) {
      const largest = Math.max(...z.column(i))
      const e = Array.from(z.column(i), (x) => exp(x - largest))
      const sum = e.reduce((total, x) => total + x, 0)
      e.forEach((x, j) => a.set(j, i, x / sum))
    }
  },
  pullback(z, a, g, delta) {
    for (let i = 0; i < z.cols; i++) {
      const [as, gs] = [Array.from(a.column(i)), Array.from(g.column(i))]
      as.forEach((aj, j) => delta.set(j, i, aj * as.reduce((sum, ak, k) => sum + ak * (gs[j] - gs[k]), 0)))
    }
  },
  kernelOf: () => 'softmax',
}
