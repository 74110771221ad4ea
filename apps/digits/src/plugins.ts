import { elu, gelu, leakyRelu, linear, relu, sigmoid, softmax, softplus, softsign, tanh, type Activation } from '@nablajs/activations'
import { crossEntropy, logLikelihood, quadratic, type Cost } from '@nablajs/costs'

/** A cost, the output layer that belongs to it, and the learning rate to use unless another is given. */
export interface CostChoice {
  readonly cost: Cost
  readonly output: Activation
  readonly learningRate: number
}

/**
 * What `--cost` can be. Where the cost cancels with the output's σ′ nothing slows a wrong neuron down, and η = 3 is too much.
 *
 * Shapes: none; names to plugins.
 */
export const costs = {
  quadratic: { cost: quadratic, output: sigmoid, learningRate: 3 },
  'cross-entropy': { cost: crossEntropy, output: sigmoid, learningRate: 0.5 },
  'log-likelihood': { cost: logLikelihood, output: softmax, learningRate: 0.5 },
} satisfies Record<string, CostChoice>

/**
 * What `--activation` can be, for the hidden layers.
 *
 * Shapes: none; names to plugins.
 */
export const activations = {
  sigmoid,
  tanh,
  relu,
  'leaky-relu': leakyRelu,
  elu,
  gelu,
  softplus,
  softsign,
  linear,
} satisfies Record<string, Activation>
