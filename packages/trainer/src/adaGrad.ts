import type { Floats } from '@nablajs/linalg'
import { LEAST_EPSILON } from './leastEpsilon.js'
import type { Optimizer } from './optimizer.js'
import { requireNumber } from './requireNumber.js'

/**
 * AdaGrad: s → s + (∂C/∂w)², w → w − η ∂C/∂w / (√s + ε), each parameter by a rate of its own that only falls. Rounded to the
 * element type after each operation, η ∂C/∂w before the division.
 *
 * Shapes: flat vectors of equal length; one vector of state, s. Throws `OptionError` for an ε that is 0 in float32.
 * Source: Duchi, Hazan, Singer, Adaptive subgradient methods for online learning and stochastic optimization (2011).
 */
export function adaGrad({ epsilon = 1e-8 }: { epsilon?: number } = {}): Optimizer {
  requireNumber('adaGrad', 'epsilon', epsilon, { least: LEAST_EPSILON }, '1e-8 is usual; it keeps 0 / 0 away.')
  const scalars = new Float64Array(2)
  return {
    name: 'adaGrad',
    vectors: 1,
    step(parameters, gradient, state, { learningRate, native }) {
      scalars[0] = epsilon
      scalars[1] = learningRate
      if (native?.run('adaGrad', scalars, parameters, gradient, state, 0, parameters.length)) return
      if (parameters instanceof Float32Array) inFloat32(parameters, gradient, state[0], epsilon, learningRate)
      else inFloat64(parameters, gradient, state[0], epsilon, learningRate)
    },
  }
}

function inFloat32(w: Floats, gradient: Floats, s: Floats, epsilon: number, learningRate: number): void {
  const offset = Math.fround(epsilon)
  const eta = Math.fround(learningRate)
  for (let i = 0; i < w.length; i++) {
    s[i] = s[i] + Math.fround(gradient[i] * gradient[i])
    const size = Math.fround(Math.fround(Math.sqrt(s[i])) + offset)
    w[i] = w[i] - Math.fround(Math.fround(eta * gradient[i]) / size)
  }
}

function inFloat64(w: Floats, gradient: Floats, s: Floats, epsilon: number, eta: number): void {
  for (let i = 0; i < w.length; i++) {
    s[i] = s[i] + gradient[i] * gradient[i]
    w[i] = w[i] - (eta * gradient[i]) / (Math.sqrt(s[i]) + epsilon)
  }
}
