import type { Kernel } from '../../backend.js'

/**
 * a = z/(1 + |z|), with ±∞ taken as the largest numbers, and its derivative 1/(1 + |z|)².
 *
 * Shapes: as in `Kernel`.
 */
export const softsign: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const x = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, z.buffer[z.offset + j]))
        a.buffer[a.offset + j] = x / (1 + Math.abs(x))
      }
    }
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const size = Math.abs(z.buffer[z.offset + j])
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * (1 / ((1 + size) * (1 + size)))
      }
    }
  },
}
