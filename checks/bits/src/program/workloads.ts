import { sigmoid, tanh, type Activation } from '@nablajs/activations'
import { random } from '@nablajs/linalg'
import type { Samples } from '@nablajs/trainer'

/** One training whose last parameters are hashed. */
export interface Workload {
  readonly name: string
  readonly sizes: readonly number[]
  readonly activation: Activation
  readonly batchSize: number
  readonly learningRate: number
  /** Drawn from a seed: the same numbers in every engine. */
  samples(): Samples
}

/** A small network, a wider one in large minibatches, a tiny one. Float32, plain descent, quadratic cost. */
export const workloads: readonly Workload[] = [
  { name: 'W1', sizes: [784, 30, 10], activation: sigmoid, batchSize: 10, learningRate: 3, samples: () => images(1000) },
  { name: 'W3', sizes: [784, 100, 10], activation: sigmoid, batchSize: 128, learningRate: 3, samples: () => images(1280) },
  { name: 'W5', sizes: [2, 8, 8, 1], activation: tanh, batchSize: 10, learningRate: 0.1, samples: () => points(1000) },
]

/** Bytes of which most are 0, as in images of digits: from such the sigmoids are not all saturated. One of ten classes each. */
function images(size: number): Samples {
  const draws = random(1)
  const inputs = Uint8Array.from({ length: 784 * size }, () => (draws.integer(5) === 0 ? draws.integer(256) : 0))
  const targets = new Uint8Array(10 * size)
  for (let i = 0; i < size; i++) targets[10 * i + draws.integer(10)] = 1
  return { size, inputs: { rows: 784, data: inputs, scale: 1 / 255 }, targets: { rows: 10, data: targets } }
}

/** Points of the plane; the target says whether the two coordinates have the same sign. */
function points(size: number): Samples {
  const draws = random(1)
  const inputs = new Float32Array(2 * size)
  const targets = new Uint8Array(size)
  for (let i = 0; i < size; i++) {
    const point = [draws.normal(), draws.normal()] as const
    inputs.set(point, 2 * i)
    targets[i] = point[0] * point[1] > 0 ? 1 : 0
  }
  return { size, inputs: { rows: 2, data: inputs }, targets: { rows: 1, data: targets } }
}
