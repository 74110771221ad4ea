import type { Kernel } from '../../backend.js'
import { exp, tanh as exactTanh } from '../../exact/index.js'

/**
 * a = tanh z and its derivative 4e/(1 + e)², e = e^(−2|z|).
 *
 * Shapes: as in `Kernel`.
 */
export const tanh: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        a.buffer[a.offset + j] = exactTanh(z.buffer[z.offset + j])
      }
    }
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const e = exp(-2 * Math.abs(z.buffer[z.offset + j]))
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * ((4 * e) / ((1 + e) * (1 + e)))
      }
    }
  },
}
