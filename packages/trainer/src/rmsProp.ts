import type { Floats } from '@nablajs/linalg'
import { LEAST_EPSILON } from './leastEpsilon.js'
import type { Optimizer } from './optimizer.js'
import { requireNumber } from './requireNumber.js'

/** Options of `rmsProp`. */
export interface RmsPropOptions {
  /** ρ, the share of s that is kept; 0.9 unless said. */
  decay?: number
  /** 1e-8 unless said. */
  epsilon?: number
}

/**
 * RMSProp: s → ρ s + (1 − ρ) (∂C/∂w)², w → w − η ∂C/∂w / (√s + ε). Rounded to the element type after each operation, the square
 * before 1 − ρ multiplies it, η ∂C/∂w before the division.
 *
 * Shapes: flat vectors of equal length; one vector of state, s. Throws `OptionError` for a ρ outside 0 … 1 and for an ε that is 0
 * in float32.
 * Source: Tieleman, Hinton, Neural networks for machine learning, lecture 6.5 (2012).
 */
export function rmsProp({ decay = 0.9, epsilon = 1e-8 }: RmsPropOptions = {}): Optimizer {
  requireNumber('rmsProp', 'decay', decay, { least: 0, below: 1 }, '0.9 is usual.')
  requireNumber('rmsProp', 'epsilon', epsilon, { least: LEAST_EPSILON }, '1e-8 is usual; it keeps 0 / 0 away.')
  const scalars = new Float64Array(4)
  return {
    name: 'rmsProp',
    vectors: 1,
    step(parameters, gradient, state, { learningRate, native }) {
      scalars[0] = decay
      scalars[1] = 1 - decay
      scalars[2] = epsilon
      scalars[3] = learningRate
      if (native?.run('rmsProp', scalars, parameters, gradient, state, 0, parameters.length)) return
      if (parameters instanceof Float32Array) inFloat32(parameters, gradient, state[0], decay, epsilon, learningRate)
      else inFloat64(parameters, gradient, state[0], decay, epsilon, learningRate)
    },
  }
}

function inFloat32(w: Floats, gradient: Floats, s: Floats, decay: number, epsilon: number, learningRate: number): void {
  const rho = Math.fround(decay)
  const fresh = Math.fround(1 - decay)
  const offset = Math.fround(epsilon)
  const eta = Math.fround(learningRate)
  for (let i = 0; i < w.length; i++) {
    s[i] = Math.fround(rho * s[i]) + Math.fround(fresh * Math.fround(gradient[i] * gradient[i]))
    const size = Math.fround(Math.fround(Math.sqrt(s[i])) + offset)
    w[i] = w[i] - Math.fround(Math.fround(eta * gradient[i]) / size)
  }
}

function inFloat64(w: Floats, gradient: Floats, s: Floats, rho: number, epsilon: number, eta: number): void {
  for (let i = 0; i < w.length; i++) {
    s[i] = rho * s[i] + (1 - rho) * (gradient[i] * gradient[i])
    w[i] = w[i] - (eta * gradient[i]) / (Math.sqrt(s[i]) + epsilon)
  }
}
