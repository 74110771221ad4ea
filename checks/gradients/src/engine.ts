import {
  elu,
  gelu,
  leakyRelu,
  linear,
  perNeuron,
  relu,
  sigmoid,
  softmax,
  softplus,
  softsign,
  tanh,
  type Activation,
  type ElementwiseActivation,
} from '@nablajs/activations'
import { backprop, network, type Gradient, type Network } from '@nablajs/backprop'
import { absolute, crossEntropy, huber, logLikelihood, quadratic, type Cost } from '@nablajs/costs'
import { fromColumns, type Dtype, type Matrix } from '@nablajs/linalg'
import type { CostName, ElementwiseName, Layer, Problem } from './oracle/problem.js'
import { flattened } from './oracle/relativeDifference.js'

/** The elementwise plugins by the oracle's names. */
export type Elementwise = Readonly<Record<ElementwiseName, ElementwiseActivation>>

/** The built-in ones. */
export const BUILT_IN: Elementwise = { sigmoid, linear, tanh, relu, leakyRelu, elu, gelu, softplus, softsign }

/** The built-in costs by the oracle's names. */
export const COST: Readonly<Record<CostName, Cost>> = { quadratic, crossEntropy, logLikelihood, huber, absolute }

/** A problem as the engine takes it. */
export interface EngineProblem {
  readonly net: Network
  readonly cost: Cost
  readonly X: Matrix
  readonly Y: Matrix
  readonly weights: Float64Array | undefined
}

/** How a problem is put to the engine. */
export interface EngineOptions {
  readonly dtype?: Dtype
  /** Plugins to take in the place of the built-in ones. */
  readonly activations?: Elementwise
  readonly maxBatch?: number
}

/**
 * Builds a problem in the engine: the network with its parameters, and the minibatch with a column for each sample.
 *
 * Shapes: X: n_1 × m, Y: n_L × m.
 */
export function engineProblem(problem: Problem, options: EngineOptions = {}): EngineProblem {
  const { dtype = 'float64', activations = BUILT_IN, maxBatch = problem.inputs.length } = options
  const { layers, inputs, targets, weights } = problem
  const hidden = layers.map((layer) => ({ neurons: layer.b.length, activation: activationOf(layer, activations) }))
  const net = network([inputs[0]?.length ?? 0, ...hidden], { dtype, maxBatch })
  net.parameters.set(flattened(layers))
  return {
    net,
    cost: COST[problem.cost],
    X: fromColumns(inputs, { dtype }),
    Y: fromColumns(targets, { dtype }),
    weights: weights ? Float64Array.from(weights) : undefined,
  }
}

/**
 * The engine's gradient of a problem.
 *
 * Shapes: as `backprop`'s.
 */
export function engineGradient({ net, cost, X, Y, weights }: EngineProblem): Gradient {
  return backprop(net, cost, X, Y, weights ? { weights } : {})
}

function activationOf({ activation, own }: Layer, plugins: Elementwise): Activation {
  if (activation === 'softmax') return softmax
  if (own.size === 0) return plugins[activation]
  return perNeuron(plugins[activation], Object.fromEntries([...own].map(([j, name]) => [j, plugins[name]])))
}
