import type { Kernel } from '../../backend.js'
import { exp, expm1 } from '../../exact/index.js'

/**
 * a = z for z > 0 and e^z − 1 for z ≤ 0; its derivative is e^(min(z, 0)).
 *
 * Shapes: as in `Kernel`.
 */
export const elu: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const x = z.buffer[z.offset + j]
        a.buffer[a.offset + j] = Math.max(0, x) + expm1(Math.min(0, x))
      }
    }
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * exp(Math.min(0, z.buffer[z.offset + j]))
      }
    }
  },
}
