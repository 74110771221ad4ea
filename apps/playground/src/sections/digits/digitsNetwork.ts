import { sigmoid } from '@nablajs/activations'
import { network, scaledNormal, type Network } from '@nablajs/backprop'
import type { Backend } from '@nablajs/linalg'
import type { Settings } from './digitsMessages.js'

/** Pixels of a digit, along each side and in all. */
export const SIDE = 28
export const PIXELS = SIDE * SIDE
export const DIGITS = 10

/** What the network depends on. */
export type NetworkSettings = Pick<Settings, 'hidden' | 'seed' | 'parameters'>

/** [784, n_2, 10], σ throughout: weights of the seed, small enough for images not to saturate it, or those that are given. Shapes: parameters as `Network.parameters`. */
export function digitsNetwork({ hidden, seed, parameters }: NetworkSettings, backend?: Backend): Network {
  const net = network([PIXELS, hidden, DIGITS], { activation: sigmoid, initialiser: scaledNormal, seed, ...(backend && { backend }) })
  if (parameters) net.parameters.set(parameters)
  return net
}
