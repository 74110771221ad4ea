/** The activations that treat a neuron alone. */
export const ELEMENTWISE = [
  'sigmoid',
  'linear',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'gelu',
  'softplus',
  'softsign',
] as const

/** The name of an activation that treats a neuron alone. */
export type ElementwiseName = (typeof ELEMENTWISE)[number]

/** The name of any built-in activation. */
export type ActivationName = ElementwiseName | 'softmax'

/** The built-in activations. */
export const ACTIVATIONS: readonly ActivationName[] = [...ELEMENTWISE, 'softmax']

/** The built-in costs. */
export const COSTS = ['quadratic', 'crossEntropy', 'logLikelihood', 'huber', 'absolute'] as const

/** The name of a built-in cost. */
export type CostName = (typeof COSTS)[number]

/** One layer of weights: w as rows, `w[j][k]` from neuron k to neuron j, and what the neurons do with z. */
export interface Layer {
  readonly w: readonly (readonly number[])[]
  readonly b: readonly number[]
  readonly activation: ActivationName
  /** The modified neurons of the layer, counted from 0. Only an elementwise layer has any. */
  readonly own: ReadonlyMap<number, ElementwiseName>
}

/** A network with a minibatch and a cost: everything that decides a gradient, as plain numbers. */
export interface Problem {
  readonly layers: readonly Layer[]
  readonly cost: CostName
  /** m samples of n_1 numbers. */
  readonly inputs: readonly (readonly number[])[]
  /** m samples of n_L numbers. */
  readonly targets: readonly (readonly number[])[]
  /** ω, m numbers: the cost is Σ ω_i C_i / m. All 1 where they are missing. */
  readonly weights?: readonly number[]
}

/** The gradient in the form of the layers: ∂C/∂w_jk as `w[j][k]`, ∂C/∂b_j as `b[j]`. */
export interface LayerGradient {
  readonly w: readonly (readonly number[])[]
  readonly b: readonly number[]
}
