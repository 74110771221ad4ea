import { linear, sigmoid } from '@nablajs/activations'
import { network, type Network } from '@nablajs/backprop'
import type { Backend } from '@nablajs/linalg'
import type { Samples } from '@nablajs/data'
import { activations } from '../../engine/names.js'
import type { Settings } from './pointMessages.js'
import { points } from './points.js'

/** What the network of this section depends on. */
export type NetworkSettings = Pick<Settings, 'data' | 'hidden' | 'activation' | 'seed' | 'parameters'>

/** The samples that are trained on. */
export function samplesOf(data: Settings['data']): Samples {
  return typeof data === 'string' ? points[data]() : data
}

/** n_1, …, n_L of the network for these samples. */
export function sizesOf({ data, hidden }: Pick<Settings, 'data' | 'hidden'>): readonly number[] {
  const { inputs, targets } = samplesOf(data)
  return [inputs.rows, ...hidden, targets.rows]
}

/** The network that is trained: the seed's weights, or those that are given. Shapes: parameters as `Network.parameters`. */
export function pointNetwork({ data, hidden, activation, seed, parameters }: NetworkSettings, backend?: Backend): Network {
  const { inputs, targets, labels } = samplesOf(data)
  const output = { neurons: targets.rows, activation: labels ? sigmoid : linear }
  const net = network([inputs.rows, ...hidden, output], { activation: activations[activation], seed, ...(backend && { backend }) })
  if (parameters) net.parameters.set(parameters)
  return net
}
