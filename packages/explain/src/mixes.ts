import type { Activation } from '@nablajs/activations'
import { fill, fromFunction, like } from '@nablajs/linalg'

/** Roundings that σ′ times a number may be off by, whichever way a plugin multiplies. */
const TOLERANCE = 16 * Number.EPSILON

/**
 * Whether an activation makes a neuron's output depend on its neighbours' weighted inputs, as softmax does: then its derivative is a whole Jacobian,
 * and not a σ′ for each neuron. Found by what its pullback does, since no one else knows it of a plugin: (∂a/∂z)ᵀ g is g ⊙ σ′(z) for every g only
 * where the Jacobian is diagonal.
 *
 * Shapes: a layer of so many neurons.
 */
export function mixes(activation: Activation, neurons: number): boolean {
  if (neurons === 1 || 'fPrime' in activation) return false
  const z = fromFunction(neurons, 1, (j) => (j + 1) / neurons, { dtype: 'float64' })
  const a = like(z)
  activation.apply(z, a)
  const slopes = like(z)
  activation.pullback(z, a, fill(like(z), 1), slopes)
  const delta = like(z)
  activation.pullback(z, a, z, delta)
  return z.data.some((g, j) => Math.abs(delta.data[j] - g * slopes.data[j]) > TOLERANCE * (Math.abs(delta.data[j]) + Math.abs(slopes.data[j])))
}
