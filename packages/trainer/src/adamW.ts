import { adamScalars, adaptiveMoments, KEPT, requireAdamOptions, setStep, type AdamOptions } from './adaptiveMoments.js'
import type { Optimizer } from './optimizer.js'
import { requireNumber } from './requireNumber.js'

/** Options of `adamW`. */
export interface AdamWOptions extends AdamOptions {
  /** λ, by which weights decay; 0.01 unless said. */
  weightDecay?: number
}

/**
 * Adam with decoupled weight decay: w → (1 − η λ) w − η m̂ / (√v̂ + ε), with m̂ and v̂ as in `adam`, which never see the decay. Biases
 * do not decay: their step is that of `adam`, to the bit. 1 − η λ is computed in float64 and rounded to the element type.
 *
 * Shapes: flat vectors of equal length; two vectors of state, m and v. Throws `OptionError` for a λ below 0, a β outside 0 … 1 and
 * an ε that is 0 in float32.
 * Source: Loshchilov, Hutter, Decoupled weight decay regularization (2019), algorithm 2.
 */
export function adamW({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0.01 }: AdamWOptions = {}): Optimizer {
  requireAdamOptions('adamW', beta1, beta2, epsilon)
  requireNumber('adamW', 'weightDecay', weightDecay, { least: 0 }, '0.01 is usual; 0 is adam.')
  const scalars = adamScalars(beta1, beta2, epsilon)
  return {
    name: 'adamW',
    vectors: 2,
    step(parameters, gradient, state, info) {
      const { learningRate, weightRanges, native } = info
      setStep(scalars, info)
      let done = 0
      for (let range = 0; range < weightRanges.length; range++) {
        const first = weightRanges[range][0]
        const end = weightRanges[range][1]
        scalars[KEPT] = 1
        adaptiveMoments(native, scalars, parameters, gradient, state, done, first)
        scalars[KEPT] = 1 - learningRate * weightDecay
        adaptiveMoments(native, scalars, parameters, gradient, state, first, end)
        done = end
      }
      scalars[KEPT] = 1
      adaptiveMoments(native, scalars, parameters, gradient, state, done, parameters.length)
    },
  }
}
