import type { Kernel } from '../../backend.js'

/**
 * a = z; its derivative is 1.
 *
 * Shapes: as in `Kernel`.
 */
export const linear: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        a.buffer[a.offset + j] = z.buffer[z.offset + j]
      }
    }
  },
  pullback({ rows, cols, stride }, _z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j]
      }
    }
  },
}
