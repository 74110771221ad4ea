import type { Kernel } from '../../backend.js'

/**
 * a = max(z, 0.01 z); its derivative is 1 for z > 0 and 0.01 for z ≤ 0. NaN stays NaN.
 *
 * Shapes: as in `Kernel`.
 */
export const leakyRelu: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const x = z.buffer[z.offset + j]
        a.buffer[a.offset + j] = Math.max(x, 0.01 * x)
      }
    }
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * (0.01 + 0.99 * Math.sign(Math.max(0, z.buffer[z.offset + j])))
      }
    }
  },
}
