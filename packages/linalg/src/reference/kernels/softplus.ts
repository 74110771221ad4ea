import type { Kernel } from '../../backend.js'
import { exp, log1p } from '../../exact/index.js'

/**
 * a = log(1 + e^z), computed as max(z, 0) + log1p(e^(−|z|)), and its derivative 1/(1 + e^(−z)).
 *
 * Shapes: as in `Kernel`.
 */
export const softplus: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const x = z.buffer[z.offset + j]
        a.buffer[a.offset + j] = Math.max(x, 0) + log1p(exp(-Math.abs(x)))
      }
    }
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * (1 / (1 + exp(-z.buffer[z.offset + j])))
      }
    }
  },
}
