import { zeros, type Dtype, type Floats } from '@nablajs/linalg'
import type { Optimizer } from '../optimizer.js'
import pytorch from './pytorch.json' with { type: 'json' }

/**
 * The parameters after each step of an optimizer along the gradients of pytorch.json, at η = 0.1: three weights and a bias.
 *
 * Shapes: a vector of four numbers for each gradient.
 */
export function stepsOf(optimizer: Optimizer, dtype: Dtype = 'float64'): Floats[] {
  const { start, gradients, weights } = pytorch
  const parameters = vectorOf(dtype, start)
  const state = Array.from({ length: optimizer.vectors }, () => zeros(start.length, 1, { dtype }).data)
  return gradients.map((gradient, i) => {
    optimizer.step(parameters, vectorOf(dtype, gradient), state, { learningRate: 0.1, step: i + 1, weightRanges: [[0, weights]] })
    return parameters.slice()
  })
}

/**
 * Numbers in an element type.
 *
 * Shapes: as many as are given.
 */
export function vectorOf(dtype: Dtype, numbers: readonly number[]): Floats {
  return dtype === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers)
}
