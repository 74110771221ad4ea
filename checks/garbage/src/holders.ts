// In a process of its own: what keeps the memory of a backend alive. Prints, for each thing held while the rest of a network is
// dropped, how many regions that the network took were finalized, and how many it took.
import { sigmoid } from '@nablajs/activations'
import { backprop, feedforward, network, type Network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { reference, zeros, type Backend } from '@nablajs/linalg'
import { setTimeout as wait } from 'node:timers/promises'

const { gc } = globalThis
if (!gc) throw new Error('run with --expose-gc')

/** Each takes what is held of a network. */
const holders: Readonly<Record<string, (net: Network, backend: Backend) => unknown>> = {
  nothing: () => undefined,
  network: (net) => net,
  parameters: (net) => net.parameters,
  weights: (net) => net.w[2],
  'a transposed view': (net) => net.w[2]?.T,
  'a range of columns': (net) => net.w[2]?.columns(0, 1),
  'a range of a range': (net) => net.w[2]?.columns(0, 1).columns(0, 1).data,
  'the numbers of a bias': (net) => net.b[3]?.data,
  'a column': (net) => net.w[2]?.column(0),
  'the gradient': (net) => net.gradient.flat,
  'a minibatch': (net) => net.batch(3).y.data,
  'an output': (net) => feedforward(net, [1, 2]).data,
  'a gradient of its own': (net) => backprop(net, quadratic, [1, 2], [1]).flat,
  'one matrix of it': (net) => backprop(net, quadratic, [1, 2], [1]).w[3]?.data,
  zeros: (_, backend) => zeros(2, 2, { backend }).data,
}

async function finalized(hold: (net: Network, backend: Backend) => unknown): Promise<{ taken: number; finalized: number }> {
  const count = { taken: 0, finalized: 0 }
  const registry = new FinalizationRegistry<undefined>(() => count.finalized++)
  const backend: Backend = {
    ...reference,
    alloc(dtype, length) {
      const { buffer, offset, free } = reference.alloc(dtype, length)
      const region = { buffer, offset, length, free }
      count.taken++
      registry.register(region, undefined)
      return region
    },
  }
  const held = hold(network([2, 3, 1], { activation: sigmoid, backend }), backend)
  for (let i = 0; i < 5; i++) {
    gc?.()
    await wait(5)
  }
  // Read after the collections, so that it is held until here.
  if (held === null) throw new Error('not reached')
  return count
}

const results: Record<string, { taken: number; finalized: number }> = {}
for (const [name, hold] of Object.entries(holders)) results[name] = await finalized(hold)
console.log(JSON.stringify(results))
