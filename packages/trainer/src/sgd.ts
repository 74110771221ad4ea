import type { Optimizer } from './optimizer.js'

/**
 * Plain gradient descent: w → w − η ∂C/∂w, b → b − η ∂C/∂b.
 *
 * Shapes: flat vectors of equal length. Source: chapter 2, the minibatch algorithm.
 */
export function sgd(): Optimizer {
  return {
    name: 'sgd',
    vectors: 0,
    kernel: 'descend',
    step(parameters, gradient, _state, { learningRate }) {
      for (let i = 0; i < parameters.length; i++) parameters[i] = parameters[i] - learningRate * gradient[i]
    },
  }
}
