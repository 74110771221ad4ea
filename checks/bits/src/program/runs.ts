import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import type { Backend } from '@nablajs/linalg'
import { train } from '@nablajs/trainer'
import type { Hashes } from './hashes.js'
import { sha256 } from './sha256.js'
import { workloads, type Workload } from './workloads.js'

/** One hash for each workload: that of the parameters after so many steps through public `train`. */
export async function runs(backend: Backend, steps: number, of: readonly Workload[] = workloads): Promise<Hashes> {
  const hashes: Hashes = {}
  for (const { name, sizes, activation, batchSize, learningRate, samples: drawn } of of) {
    const samples = drawn()
    const net = network(sizes, { activation, seed: 1, backend })
    const start = await sha256(name, net.parameters)
    const epochs = (steps * batchSize) / samples.size
    const training = train(net, samples, { cost: quadratic, epochs, batchSize, learningRate, seed: 1 })
    for await (const { number, cost } of training) if (Number.isNaN(cost)) throw new RangeError(`${name}: the cost of epoch ${number} is NaN`)
    const { step } = training.state()
    if (step !== steps) throw new RangeError(`${name}: ${step} steps instead of ${steps}`)
    const what = `${name}, ${steps} steps`
    hashes[what] = await sha256(what, net.parameters)
    if (hashes[what] === start) throw new RangeError(`${name}: nothing was learnt`)
    net.close()
  }
  return hashes
}
