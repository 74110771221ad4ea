import { elu, gelu, linear, relu, sigmoid, softplus, tanh } from '@nablajs/activations'
import { crossEntropy, quadratic } from '@nablajs/costs'

/** Activations that a reader may choose. */
export const activations = { sigmoid, tanh, relu, softplus, elu, gelu, linear } as const
export type ActivationName = keyof typeof activations
export const activationNames = ['sigmoid', 'tanh', 'relu', 'softplus', 'elu', 'gelu', 'linear'] as const satisfies readonly ActivationName[]

/** Costs that a reader may choose. */
export const costs = { quadratic, crossEntropy } as const
export type CostName = keyof typeof costs
export const costNames = ['quadratic', 'crossEntropy'] as const satisfies readonly CostName[]

/** Sets of points that a reader may train on. */
export const dataNames = ['moons', 'spirals', 'xor'] as const
export type DataName = (typeof dataNames)[number]
