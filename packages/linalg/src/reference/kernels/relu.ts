import type { Kernel } from '../../backend.js'

/**
 * a = max(0, z); its derivative is 1 for z > 0 and 0 for z ≤ 0. NaN stays NaN.
 *
 * Shapes: as in `Kernel`.
 */
export const relu: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        a.buffer[a.offset + j] = Math.max(0, z.buffer[z.offset + j])
      }
    }
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * Math.sign(Math.max(0, z.buffer[z.offset + j]))
      }
    }
  },
}
