import { relu, sigmoid, tanh } from '@nablajs/activations'
import { feedforward, network } from '@nablajs/backprop'
import { crossEntropy, quadratic } from '@nablajs/costs'
import { fromArray, type Backend } from '@nablajs/linalg'
import { updateMiniBatch } from '@nablajs/trainer'

/**
 * Takes some steps with other activations, costs and element types, as a program would that does more than one thing: an engine
 * makes code that has met one kind alone faster than anyone will find it.
 */
export function usedBefore(backend: Backend): void {
  for (const dtype of ['float32', 'float64'] as const) {
    for (const activation of [sigmoid, tanh, relu]) {
      const net = network([7, 5, { neurons: 3, activation: sigmoid }], { activation, dtype, backend, maxBatch: 8 })
      const numbers = (length: number) => (dtype === 'float32' ? new Float32Array(length) : new Float64Array(length)).fill(0.5)
      const [X, Y] = [fromArray(numbers(56), 7, 8), fromArray(numbers(24), 3, 8)]
      for (let step = 0; step < 50; step++) updateMiniBatch(net, X, Y, { cost: step % 2 ? quadratic : crossEntropy, learningRate: 0.1 })
      feedforward(net, X)
      net.close()
    }
  }
}
