import type { Kernel } from '../../backend.js'
import { exp } from '../../exact/index.js'

/**
 * a = 1/(1 + e^(−z)) and its derivative e/(1 + e)², e = e^(−|z|).
 *
 * Shapes: as in `Kernel`.
 */
export const sigmoid: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const x = z.buffer[z.offset + j]
        const e = exp(-Math.abs(x))
        a.buffer[a.offset + j] = x < 0 ? e / (1 + e) : 1 / (1 + e)
      }
    }
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const e = exp(-Math.abs(z.buffer[z.offset + j]))
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * (e / ((1 + e) * (1 + e)))
      }
    }
  },
}
