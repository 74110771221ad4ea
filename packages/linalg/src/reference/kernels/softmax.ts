import type { Kernel } from '../../backend.js'
import { exp } from '../../exact/index.js'

/**
 * A column of g while delta, which may be the same memory, is written. Grows to the tallest column; holds nothing between
 * calls.
 */
const held: number[] = []

/**
 * a_j = e^(z_j)/Σ_k e^(z_k) by column, with the largest z_k taken off every exponent, and its pullback
 * a_j Σ_k a_k (g_j − g_k).
 *
 * Shapes: as in `Kernel`; the columns are whole, so rows is the height of the layer.
 */
export const softmax: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      let largest = -Infinity
      for (let j = i; j < i + rows; j++) largest = Math.max(largest, z.buffer[z.offset + j])
      let sum = 0
      for (let j = i; j < i + rows; j++) {
        const e = exp(z.buffer[z.offset + j] - largest)
        sum += e
        a.buffer[a.offset + j] = e
      }
      for (let j = i; j < i + rows; j++) a.buffer[a.offset + j] /= sum
    }
  },
  pullback({ rows, cols, stride }, _z, a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = 0; j < rows; j++) held[j] = g.buffer[g.offset + i + j]
      for (let j = 0; j < rows; j++) {
        let sum = 0
        for (let k = 0; k < rows; k++) sum += a.buffer[a.offset + i + k] * (held[j] - held[k])
        delta.buffer[delta.offset + i + j] = a.buffer[a.offset + i + j] * sum
      }
    }
  },
}
