import { OptionError } from '@nablajs/linalg'
import type { Optimizer } from './optimizer.js'

/**
 * Gradient descent with momentum: v → μ v − η ∂C/∂w, w → w + v, rounded to the element type after each operation.
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
  const scalars = new Float64Array(2)
  return {
    name: 'momentum',
    vectors: 1,
    step(parameters, gradient, state, { learningRate, native }) {
      scalars[0] = coefficient
      scalars[1] = learningRate
      if (native?.run('momentum', scalars, parameters, gradient, state, 0, parameters.length)) return
      const velocity = state[0]
      const isFloat32 = parameters instanceof Float32Array
      const mu = isFloat32 ? Math.fround(coefficient) : coefficient
      const eta = isFloat32 ? Math.fround(learningRate) : learningRate
      for (let i = 0; i < parameters.length; i++) {
        const kept = mu * velocity[i]
        const change = eta * gradient[i]
        velocity[i] = isFloat32 ? Math.fround(kept) - Math.fround(change) : kept - change
        parameters[i] = parameters[i] + velocity[i]
      }
    },
  }
}
