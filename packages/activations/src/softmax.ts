import { nativeKernel, type Matrix } from '@nablajs/linalg'
import { exp } from '@nablajs/linalg/exact'
import type { Activation } from './activation.js'

/** A column of g while delta, which may be the same memory, is written. Grows to the tallest layer; holds nothing between calls. */
const held: number[] = []

/**
 * Softmax: a_j = e^(z_j)/Σ_k e^(z_k) by column, with the largest z_k taken off every exponent, so that none overflows;
 * pullback δ_j = a_j Σ_k a_k (g_j − g_k), the transposed Jacobian times g.
 *
 * Not elementwise: every neuron of a column acts on every other. Saturates where one z_j leads: with every other z_k at
 * least 4.6 + log(n − 1) below, every ∂a_j/∂z_k < 0.01. The usual a ⊙ (g − Σ a g) loses every digit there, as a(1 − a)
 * does; the differences g_j − g_k keep them. No kinks.
 *
 * Shapes: n × m, by column. Source: J. Bridle, Probabilistic interpretation of feedforward classification network outputs, 1990.
 */
export const softmax: Activation = {
  name: 'softmax',
  apply(z: Matrix, a: Matrix): void {
    const native = nativeKernel('softmax', a)
    if (native) return native.apply(z, z, a)
    const { rows } = z
    for (let i = 0; i < z.cols * rows; i += rows) {
      let largest = -Infinity
      for (let j = i; j < i + rows; j++) largest = Math.max(largest, z.data[j])
      let sum = 0
      for (let j = i; j < i + rows; j++) {
        const e = exp(z.data[j] - largest)
        sum += e
        a.data[j] = e
      }
      for (let j = i; j < i + rows; j++) a.data[j] /= sum
    }
  },
  pullback(z: Matrix, a: Matrix, g: Matrix, delta: Matrix): void {
    const native = nativeKernel('softmax', delta)
    if (native) return native.pullback(z, z, a, g, delta)
    const { rows } = z
    for (let i = 0; i < z.cols * rows; i += rows) {
      for (let j = 0; j < rows; j++) held[j] = g.data[i + j]
      for (let j = 0; j < rows; j++) {
        let sum = 0
        for (let k = 0; k < rows; k++) sum += a.data[i + k] * (held[j] - held[k])
        delta.data[i + j] = a.data[i + j] * sum
      }
    }
  },
  kernelOf: () => 'softmax',
  exact: true,
}
