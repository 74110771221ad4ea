import { OptionError } from '@nablajs/linalg'
import type { Optimizer } from './optimizer.js'

/**
 * Gradient descent with momentum: v → μ v − η ∂C/∂w, w → w + v.
 *
 * Shapes: flat vectors of equal length; one vector of state, v. Throws `OptionError` for a μ outside 0 … 1.
 * Source: Polyak, Some methods of speeding up the convergence of iteration methods (1964); chapter 3.
 */
export function momentum({ coefficient = 0.9 }: { coefficient?: number } = {}): Optimizer {
  if (!(coefficient >= 0 && coefficient < 1)) {
    throw new OptionError({
      option: 'coefficient',
      where: 'momentum, coefficient',
      expected: 'a number in 0 … 1, 1 not included',
      got: String(coefficient),
      fix: '0.9 is usual; 0 is plain gradient descent.',
    })
  }
  return {
    name: 'momentum',
    vectors: 1,
    step(parameters, gradient, [velocity], { learningRate }) {
      for (let i = 0; i < parameters.length; i++) {
        const v = coefficient * velocity[i] - learningRate * gradient[i]
        velocity[i] = v
        parameters[i] = parameters[i] + v
      }
    },
  }
}
