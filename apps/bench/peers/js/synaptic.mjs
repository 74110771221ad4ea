// synaptic learns from each sample by itself (no minibatches), on objects of float64.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { Architect, Neuron } = require('synaptic')

export const version = require('synaptic/package.json').version

export function open({ kind, sizes, eta, activation, count, x, y }) {
  const net = new Architect.Perceptron(...sizes)
  if (activation === 'tanh') for (const { neuron, layer } of net.neurons()) if (layer !== 'input') neuron.squash = Neuron.squash.TANH
  const columns = (data, width) => Array.from({ length: count }, (_, i) => Array.from(data.subarray(i * width, (i + 1) * width)))
  const [X, Y] = [columns(x, sizes[0]), columns(y, sizes.at(-1))]
  let at = 0
  const train = (n) => {
    while (n-- > 0) {
      net.activate(X[at])
      net.propagate(eta, Y[at])
      at = (at + 1) % count
    }
  }
  const predict = (n) => {
    while (n-- > 0) net.activate(X[(at = (at + 1) % count)])
  }
  return { granularity: 1, run: kind === 'train' ? train : predict, note: `${kind === 'train' ? 'a step for each sample' : 'one sample at a time'}; float64` }
}
