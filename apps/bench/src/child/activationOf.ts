import { defineActivation, perNeuron, relu, sigmoid, tanh, type Activation } from '@nablajs/activations'
import type { Task } from './session.js'

const logistic = (z: number) => 1 / (1 + Math.exp(-z))

const own = {
  sigmoid: defineActivation({ name: 'own sigmoid', f: logistic, fPrime: (z) => logistic(z) * (1 - logistic(z)) }),
  tanh: defineActivation({ name: 'own tanh', f: Math.tanh, fPrime: (z) => 1 - Math.tanh(z) ** 2 }),
}

/** The activation of a workload: the built-in, the same as anyone would write it, or the built-in with one neuron that is not. */
export function activationOf({ activation, settings }: Pick<Task, 'activation' | 'settings'>): Activation {
  const builtIn = activation === 'tanh' ? tanh : sigmoid
  if (settings.plugin === 'own') return own[activation]
  if (settings.plugin === 'perNeuron') return perNeuron(builtIn, { 3: relu })
  return builtIn
}
