import * as activations from '@nablajs/activations'
import * as costs from '@nablajs/costs'
import { network } from '@nablajs/backprop'
import { momentum, sgd, train, type Optimizer } from '@nablajs/trainer'

/** Samples in a minibatch; the last one of an epoch has one sample fewer. */
const BATCH = 3

/** One training to watch. */
export interface Workload {
  readonly name: string
  readonly hidden: activations.Activation
  readonly output: activations.Activation
  readonly cost: costs.Cost
  readonly optimizer: () => Optimizer
}

const { sigmoid, softmax, linear, relu, tanh, perNeuron } = activations
const optimizers = { sgd, momentum }

/** Every built-in activation, cost and optimizer, alone and mixed. */
export function workloads(): Workload[] {
  const builtIn = Object.values(activations).filter((value): value is activations.ElementwiseActivation => typeof value === 'object')
  const hidden = [...builtIn, perNeuron(sigmoid, { 1: relu })]
  const builtInCosts = Object.values(costs).filter((value): value is costs.Cost => typeof value === 'object')
  const outputFor = (cost: costs.Cost) => (cost.name.startsWith('log') ? softmax : cost.pairings ? sigmoid : linear)
  return Object.entries(optimizers).flatMap(([optimizerName, optimizer]) => [
    ...hidden.map((activation) => ({ hidden: activation, output: sigmoid, cost: costs.quadratic })),
    ...builtInCosts.map((cost) => ({ hidden: tanh, output: outputFor(cost), cost })),
  ].map((parts) => ({ ...parts, optimizer, name: `${parts.hidden.name}, ${parts.output.name}, ${parts.cost.name}, ${optimizerName}` })))
}

/**
 * Trains for three epochs of `steps` steps through public `train`; `beginCounting` is called after the second. Two warm up: the
 * compiler meets the end of an epoch at the first end only, and takes back what it had compiled without knowing it.
 */
export async function run({ hidden, output, cost, optimizer }: Workload, steps: number, beginCounting: () => void, onStep?: () => void): Promise<void> {
  const size = steps * BATCH - 1
  const net = network([4, { neurons: 5, activation: hidden }, 3], { activation: output })
  const inputs = { rows: 4, data: Uint8Array.from({ length: 4 * size }, (_, i) => (i * 37) % 256), scale: 1 / 255 }
  const targets = { rows: 3, data: Uint8Array.from({ length: 3 * size }, (_, i) => (i % 3 === Math.floor(i / 3) % 3 ? 1 : 0)) }
  const options = { cost, epochs: 3, batchSize: BATCH, learningRate: 0.01, optimizer: optimizer(), ...(onStep ? { onStep } : {}) }
  for await (const epoch of train(net, { size, inputs, targets }, options)) if (epoch.number === 2) beginCounting()
}
