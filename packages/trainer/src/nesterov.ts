import type { Floats } from '@nablajs/linalg'
import type { Optimizer } from './optimizer.js'
import { requireNumber } from './requireNumber.js'

/**
 * Nesterov's accelerated gradient, in the form whose parameters are those at which the gradient is taken: v → μ v − η ∂C/∂w,
 * w → w + (μ v − η ∂C/∂w) with the new v. Rounded to the element type after each operation.
 *
 * Shapes: flat vectors of equal length; one vector of state, v. Throws `OptionError` for a μ outside 0 … 1.
 * Source: Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²) (1983); in this form
 * Bengio, Boulanger-Lewandowski, Pascanu, Advances in optimizing recurrent networks (2013), equations 6 and 7.
 */
export function nesterov({ coefficient = 0.9 }: { coefficient?: number } = {}): Optimizer {
  requireNumber('nesterov', 'coefficient', coefficient, { least: 0, below: 1 }, '0.9 is usual; 0 is plain gradient descent.')
  const scalars = new Float64Array(2)
  return {
    name: 'nesterov',
    vectors: 1,
    step(parameters, gradient, state, { learningRate, native }) {
      scalars[0] = coefficient
      scalars[1] = learningRate
      if (native?.run('nesterov', scalars, parameters, gradient, state, 0, parameters.length)) return
      if (parameters instanceof Float32Array) inFloat32(parameters, gradient, state[0], coefficient, learningRate)
      else inFloat64(parameters, gradient, state[0], coefficient, learningRate)
    },
  }
}

function inFloat32(w: Floats, gradient: Floats, v: Floats, coefficient: number, learningRate: number): void {
  const mu = Math.fround(coefficient)
  const eta = Math.fround(learningRate)
  for (let i = 0; i < w.length; i++) {
    const change = Math.fround(eta * gradient[i])
    v[i] = Math.fround(mu * v[i]) - change
    w[i] = w[i] + Math.fround(Math.fround(mu * v[i]) - change)
  }
}

function inFloat64(w: Floats, gradient: Floats, v: Floats, mu: number, eta: number): void {
  for (let i = 0; i < w.length; i++) {
    const change = eta * gradient[i]
    v[i] = mu * v[i] - change
    w[i] = w[i] + (mu * v[i] - change)
  }
}
