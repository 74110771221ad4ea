import * as activations from '@nablajs/activations'
import * as costs from '@nablajs/costs'
import { blas } from '@nablajs/backend-blas'
import { wasm } from '@nablajs/backend-wasm'
import { network } from '@nablajs/backprop'
import { reference, type Backend } from '@nablajs/linalg'
import { adaGrad, adam, adamW, clipped, momentum, nesterov, regularised, rmsProp, sgd, train, type Optimizer } from '@nablajs/trainer'

/** The bytes of the memory used last; one view serves every call. */
let bytes: Uint8Array = new Uint8Array(0)

/** The reference backend with a conversion of bytes, so that long columns of them go through the staging area. */
const converting: Backend = {
  ...reference,
  convert(from, scale, { buffer, offset, rows, cols }) {
    if (bytes.buffer !== buffer.buffer) bytes = new Uint8Array(buffer.buffer)
    const factor = Math.fround(scale)
    for (let at = 0; at < rows * cols; at++) buffer[offset + at] = (bytes[from + at] ?? 0) * factor
  },
}

/** Samples in a minibatch; the last one of an epoch has one sample fewer. */
const BATCH = 3

/** One training to watch. */
export interface Workload {
  readonly name: string
  readonly hidden: activations.Activation
  readonly output: activations.Activation
  readonly cost: costs.Cost
  readonly optimizer: () => Optimizer
  /** Inputs of a sample; 4 unless said. Columns of 128 bytes and more are copied whole. */
  readonly rows?: number
  /** Bytes, unless floats are said. */
  readonly floats?: boolean
  /** Hidden neurons; 5 unless said. */
  readonly neurons?: number
  /** The reference backend unless said. */
  readonly backend?: () => Promise<Backend>
}

/**
 * The other backends, each with as many hidden neurons as it takes for what is its own: products of 784 × 30 by 3 are large enough for
 * a BLAS, and of 784 × 200 by 3 for threads.
 */
const backends: Record<string, { readonly neurons: number; readonly load: () => Promise<Backend> }> = {
  wasm: { neurons: 30, load: () => wasm() },
  'wasm, fast': { neurons: 30, load: () => wasm({ mode: 'fast' }) },
  'wasm, 2 threads': { neurons: 200, load: () => wasm({ threads: 2 }) },
  blas: { neurons: 30, load: () => blas() },
}

const { sigmoid, softmax, linear, relu, tanh, perNeuron } = activations
const optimizers = { sgd, momentum }
/** Every other one, and all that go around one: for one network each. */
const otherOptimizers = {
  nesterov,
  adaGrad,
  rmsProp,
  adam,
  adamW,
  'clipped, regularised adamW': () => clipped(regularised(adamW(), { l1: 1e-4, l2: 1e-4, maxNorm: 0.5 }), { value: 0.01, norm: 0.01 }),
}

/** Every built-in activation, cost and optimizer, alone and mixed. */
export function workloads(): Workload[] {
  const builtIn = Object.values(activations).filter((value): value is activations.ElementwiseActivation => typeof value === 'object')
  const hidden = [...builtIn, perNeuron(sigmoid, { 1: relu })]
  const builtInCosts = Object.values(costs).filter((value): value is costs.Cost => typeof value === 'object')
  const outputFor = (cost: costs.Cost) => (cost.name.startsWith('log') ? softmax : cost.pairings ? sigmoid : linear)
  const long = { hidden: tanh, output: sigmoid, cost: costs.quadratic, optimizer: sgd }
  const columns = [{ ...long, name: 'long columns of bytes', rows: 128 }, { ...long, name: 'long columns of floats', rows: 32, floats: true }]
  const elsewhere = Object.entries(backends).flatMap(([backendName, { neurons, load }]) => [
    { ...long, name: `${backendName}: 784 bytes, ${neurons} neurons`, rows: 784, neurons, backend: load },
    { ...long, name: `${backendName}: softmax, momentum`, output: softmax, cost: costs.logLikelihood, optimizer: momentum, backend: load },
  ])
  const others = Object.entries(otherOptimizers).flatMap(([optimizerName, optimizer]) => [
    { ...long, name: `tanh, sigmoid, quadratic, ${optimizerName}`, optimizer },
    { ...long, name: `wasm: ${optimizerName}`, optimizer, backend: () => wasm() },
  ])
  return [...columns, ...elsewhere, ...others, ...Object.entries(optimizers).flatMap(([optimizerName, optimizer]) => [
    ...hidden.map((activation) => ({ hidden: activation, output: sigmoid, cost: costs.quadratic })),
    ...builtInCosts.map((cost) => ({ hidden: tanh, output: outputFor(cost), cost })),
  ].map((parts) => ({ ...parts, optimizer, name: `${parts.hidden.name}, ${parts.output.name}, ${parts.cost.name}, ${optimizerName}` })))]
}

/**
 * Trains for three epochs of `steps` steps through public `train`; `beginCounting` is called after the second. Two warm up: the
 * compiler meets the end of an epoch at the first end only, and takes back what it had compiled without knowing it.
 */
export async function run(workload: Workload, steps: number, beginCounting: () => void, onStep?: () => void): Promise<void> {
  const { hidden, output, cost, optimizer, rows = 4, neurons = 5, floats = false, backend = () => Promise.resolve(converting) } = workload
  const size = steps * BATCH - 1
  const net = network([rows, { neurons, activation: hidden }, 3], { activation: output, backend: await backend() })
  const length = rows * size
  const data = floats ? new Float32Array(length) : new Uint8Array(length)
  for (let i = 0; i < length; i++) data[i] = floats ? ((i * 37) % 256) / 255 : (i * 37) % 256
  const inputs = { rows, data, ...(floats ? {} : { scale: 1 / 255 }) }
  const targets = { rows: 3, data: Uint8Array.from({ length: 3 * size }, (_, i) => (i % 3 === Math.floor(i / 3) % 3 ? 1 : 0)) }
  const options = { cost, epochs: 3, batchSize: BATCH, learningRate: 0.01, optimizer: optimizer(), ...(onStep ? { onStep } : {}) }
  for await (const epoch of train(net, { size, inputs, targets }, options)) if (epoch.number === 2) beginCounting()
}
