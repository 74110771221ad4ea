import type { Optimizer } from './optimizer.js'

/**
 * Plain gradient descent: w → w − η ∂C/∂w, b → b − η ∂C/∂b, rounded to the element type after each: η, the product, the
 * difference. These are the bits of `descend`, also where it computes in float32.
 *
 * Shapes: flat vectors of equal length. Source: chapter 2, the minibatch algorithm.
 */
export function sgd(): Optimizer {
  const scalars = new Float64Array(1)
  return {
    name: 'sgd',
    vectors: 0,
    kernel: 'descend',
    step(parameters, gradient, state, { learningRate, native }) {
      scalars[0] = learningRate
      if (native?.run('descend', scalars, parameters, gradient, state, 0, parameters.length)) return
      const isFloat32 = parameters instanceof Float32Array
      const eta = isFloat32 ? Math.fround(learningRate) : learningRate
      for (let i = 0; i < parameters.length; i++) {
        const change = eta * gradient[i]
        parameters[i] = parameters[i] - (isFloat32 ? Math.fround(change) : change)
      }
    },
  }
}
