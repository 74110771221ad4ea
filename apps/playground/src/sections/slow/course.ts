import { sigmoid } from '@nablajs/activations'
import { backprop, network } from '@nablajs/backprop'
import { costs, type CostName } from '../../engine/names.js'

/** One neuron after an epoch: its weight and bias, and what comes of the input 1 where 0 is wanted. */
export interface Moment {
  readonly w: number
  readonly b: number
  readonly z: number
  readonly a: number
  /** σ′(z). */
  readonly slope: number
  /** δ = ∂C/∂z, by BP1: what w and b are changed by, times −η. */
  readonly delta: number
}

/** A neuron's learning from its start on, epochs 0, 1, …, by gradient descent on one sample: input 1, target 0. Shapes: returns epochs + 1 moments. */
export function course(start: readonly [w: number, b: number], cost: CostName, learningRate: number, epochs: number): Moment[] {
  const net = network([1, 1], { activation: sigmoid, dtype: 'float64', maxBatch: 1 })
  const { parameters } = net
  parameters.set(start)
  const moments = Array.from({ length: epochs + 1 }, () => {
    const [w = NaN, b = NaN] = parameters
    const { flat } = backprop(net, costs[cost], [1], [0])
    const [z, a, delta] = [net.z, net.a, net.delta].map((of) => of[2]?.get(0, 0) ?? NaN)
    for (let i = 0; i < parameters.length; i++) parameters[i] = (parameters[i] ?? NaN) - learningRate * (flat[i] ?? NaN)
    return { w, b, z: z ?? NaN, a: a ?? NaN, slope: sigmoid.fPrime(z ?? NaN, a ?? NaN), delta: delta ?? NaN }
  })
  net.close()
  return moments
}
