// Ours through the public functions: `train`, which shuffles, gathers, sums the cost and counts; `feedforward`.
import { feedforward, network, type Network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { zeros, type Backend } from '@nablajs/linalg'
import { train, type Epoch, type Samples } from '@nablajs/trainer'
import { activationOf } from './activationOf.js'
import { flatten } from './flatten.js'
import { loadBackend } from './loadBackend.js'
import { peak } from './peak.js'
import { products } from './products.js'
import type { Bytes, Session, Task } from './session.js'
import { usedBefore } from './usedBefore.js'

export const version = 'this'

export async function open(task: Task): Promise<Session | { cannot: string }> {
  if (task.kind === 'peak') return peak(task)
  const backend = await loadBackend(task.settings).catch((error: unknown) => ({ cannot: String(error).split('\n').slice(0, 3).join(' ') }))
  if ('cannot' in backend) return backend
  if (task.kind === 'gemm') return products(task, backend)
  usedBefore(backend)
  const net = networkFrom(task, backend)
  const shared = {
    parameters: () => flatten(rowsOf(net)),
    outputs: (n: number) => feedforward(net, { rows: task.sizes[0], data: task.x.subarray(0, n * task.sizes[0]) }).data,
  }
  if (task.kind === 'predict') return { ...shared, ...prediction(task, net) }
  if (task.kind === 'epochs') return { ...shared, ...epochsOf(task, net) }
  return { ...shared, ...training(task, net) }
}

/** A network on a backend with the start that all competitors have. */
export function networkFrom(task: Task, backend: Backend): Network {
  const { sizes, layers, batch } = task
  const net = network([...sizes], { activation: activationOf(task), backend, maxBatch: Math.max(batch, 1000) })
  layers.forEach(({ inputs, outputs, w, b }, i) => {
    for (let j = 0; j < outputs; j++) for (let k = 0; k < inputs; k++) net.w[i + 2].set(j, k, w[j * inputs + k])
    net.b[i + 2].data.set(b)
  })
  return net
}

function rowsOf(net: Network): ArrayLike<number>[] {
  return net.w.slice(2).flatMap((w, i) => [w.toRows().flat(), net.b[i + 2].data])
}

/** One training that goes on from round to round. A round is a number of epochs, of fewer samples where all take too long. */
function training({ sizes, batch, eta, count, x, y }: Task, net: Network): Session {
  const outputs = sizes[sizes.length - 1]
  let size = 0
  let epochs: AsyncIterator<Epoch> | undefined
  return {
    async run(n) {
      const wanted = Math.min(n, count - (count % batch))
      if (wanted !== size) {
        size = wanted
        const inputs = { rows: sizes[0], data: x.subarray(0, size * sizes[0]) }
        const samples = { size, inputs, targets: { rows: outputs, data: y.subarray(0, size * outputs) } }
        epochs = forever(net, samples, batch, eta)
      }
      for (let done = 0; done < n; done += size) await epochs?.next()
    },
    note: 'train: shuffled, cost and accuracy counted',
  }
}

function forever(net: Network, samples: Samples, batchSize: number, learningRate: number, test?: Samples): AsyncIterator<Epoch> {
  const options = { cost: quadratic, epochs: Number.MAX_SAFE_INTEGER, batchSize, learningRate }
  const run = test ? train(net, samples, { ...options, test }) : train(net, samples, options)
  return run[Symbol.asyncIterator]()
}

function epochsOf({ sizes, batch, eta, training, test }: Task, net: Network): Session {
  const samples = digitsOf(sizes, training)
  const epochs = forever(net, samples, batch, eta, digitsOf(sizes, test))
  let correct = 0
  return {
    granularity: samples.size,
    async run(n) {
      for (let done = 0; done < n; done += samples.size) {
        const epoch = await epochs.next()
        if (epoch.done !== true) correct = epoch.value.test?.correct ?? 0
      }
    },
    correct: () => correct,
    note: 'train with test',
  }
}

function digitsOf(sizes: readonly number[], { images, labels }: Bytes): Samples {
  const classes = sizes[sizes.length - 1]
  const targets = new Uint8Array(labels.length * classes)
  labels.forEach((label, i) => (targets[i * classes + label] = 1))
  return { size: labels.length, inputs: { rows: sizes[0], data: images, scale: 1 / 255 }, targets: { rows: classes, data: targets } }
}

function prediction({ sizes, batch, count, x, resident }: Task, net: Network): Session {
  const out = zeros(sizes[sizes.length - 1], batch, { backend: net.backend })
  const columns = (i: number) => x.subarray(i * batch * sizes[0], (i + 1) * batch * sizes[0])
  const groups = Math.floor(count / batch)
  const matrices = resident
    ? Array.from({ length: groups }, (_, i) => {
        const X = zeros(sizes[0], batch, { backend: net.backend })
        X.data.set(columns(i))
        return X
      })
    : []
  let at = 0
  let sum = 0
  return {
    run(n) {
      for (let done = 0; done < n; done += batch) {
        const X = resident ? matrices[at] : batch === 1 ? columns(at) : { rows: sizes[0], data: columns(at) }
        sum += feedforward(net, X, out).data[0]
        at = (at + 1) % groups
      }
    },
    correct: () => sum,
    note: `feedforward into an out${resident ? ', X in the backend’s memory' : ''}`,
  }
}
