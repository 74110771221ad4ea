import { adamScalars, adaptiveMoments, requireAdamOptions, setStep, type AdamOptions } from './adaptiveMoments.js'
import type { Optimizer } from './optimizer.js'

/**
 * Adam: m → β₁ m + (1 − β₁) ∂C/∂w, v → β₂ v + (1 − β₂) (∂C/∂w)², w → w − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and
 * v̂ = v / (1 − β₂ᵗ) at step t. The divisions by 1 − βᵗ go into two scalars, in float64: w − (η / (1 − β₁ᵗ)) m / (√v · (1 / √(1 − β₂ᵗ)) + ε);
 * then each operation is rounded to the element type. βᵗ follows from the number of the step, so that a state needs no more than m and v.
 *
 * Shapes: flat vectors of equal length; two vectors of state, m and v. Throws `OptionError` for a β outside 0 … 1 and for an ε that
 * is 0 in float32.
 * Source: Kingma, Ba, Adam: a method for stochastic optimization (2015), algorithm 1.
 */
export function adam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamOptions = {}): Optimizer {
  requireAdamOptions('adam', beta1, beta2, epsilon)
  const scalars = adamScalars(beta1, beta2, epsilon)
  return {
    name: 'adam',
    vectors: 2,
    step(parameters, gradient, state, info) {
      setStep(scalars, info)
      adaptiveMoments(info.native, scalars, parameters, gradient, state, 0, parameters.length)
    },
  }
}
