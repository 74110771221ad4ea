import { momentum, sgd, type Optimizer } from '@nablajs/trainer'

/** Optimizers with no, one and two vectors of state. */
export const OPTIMIZERS = ['sgd', 'momentum', 'two vectors'] as const

/** The optimizer of a name. */
export function optimizerNamed(name: string): Optimizer {
  return name === 'momentum' ? momentum() : name === 'two vectors' ? twoVectors : sgd()
}

/** Steps by the mean of the gradient over the root of the mean of its square. */
const twoVectors: Optimizer = {
  name: 'two vectors',
  vectors: 2,
  step(parameters, gradient, [mean, square], { learningRate }) {
    if (!mean || !square) return
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] ?? 0
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * g
      const s = 0.99 * (square[i] ?? 0) + 0.01 * g * g
      mean[i] = m
      square[i] = s
      parameters[i] = (parameters[i] ?? 0) - (learningRate * m) / (Math.sqrt(s) + 1e-6)
    }
  },
}
