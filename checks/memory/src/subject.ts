import { sigmoid, tanh } from '@nablajs/activations'
import { wasm } from '@nablajs/backend-wasm'
import { network } from '@nablajs/backprop'
import { crossEntropy } from '@nablajs/costs'
import type { Preprocessing, SampleStream } from '@nablajs/data'
import { train, type Training } from '@nablajs/trainer'
import { CLASSES, COLUMNS } from './largeFiles.js'

/** Samples in a minibatch. */
export const BATCH = 100

/** How rows of the tables become samples. */
export const preprocessing: Preprocessing = {
  inputs: Array.from({ length: COLUMNS }, (_, k) => ({ name: `x${k}`, kind: 'number', mean: 0, deviation: 1.15 })),
  target: { kind: 'classes', name: 'y', classes: CLASSES },
}

/** Trains a small network on a stream for one epoch. */
export async function trained(stream: SampleStream): Promise<ReturnType<Training['state']>> {
  const layers = [stream.inputsRows, { neurons: 8, activation: tanh }, stream.targetsRows]
  const net = network(layers, { activation: sigmoid, backend: await wasm(), maxBatch: BATCH })
  const training = train(net, stream, { cost: crossEntropy, epochs: 1, batchSize: BATCH, learningRate: 0.1 })
  for await (const { cost } of training) if (!Number.isFinite(cost)) throw new Error(`a cost of ${cost}`)
  return training.state()
}
