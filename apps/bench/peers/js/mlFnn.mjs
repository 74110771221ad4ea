// ml-fnn takes whole sets; minibatches go through the two calls that its train() makes. Hidden neurons are tanh whatever is asked for.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const FNN = require('ml-fnn')
const { Matrix } = require('ml-matrix')

export const version = require('ml-fnn/package.json').version

export function open({ kind, sizes, batch, eta, count, x, y }) {
  const [inputs, outputs] = [sizes[0], sizes.at(-1)]
  const classes = Math.max(2, outputs)
  const net = new FNN({ hiddenLayers: sizes.slice(1, -1), learningRate: eta / batch, regularization: 1e-12, iterations: 1 })
  const names = Object.fromEntries(Array.from({ length: classes }, (_, i) => [i, i]))
  net.dicts = { inputs: names, outputs: names }
  net.buildNetwork(inputs, classes)
  const labels = Array.from({ length: count }, (_, i) => (outputs === 1 ? Number(y[i] > 0) : y.subarray(i * outputs, (i + 1) * outputs).indexOf(1)))
  const rows = Array.from({ length: count }, (_, i) => Float64Array.from(x.subarray(i * inputs, (i + 1) * inputs)))
  let at = 0
  return {
    run(n) {
      for (let done = 0; done < n; done += batch) {
        const X = new Matrix(rows.slice(at, at + batch))
        const p = net.propagate(X)
        if (kind === 'train') net.backpropagation(X, labels.slice(at, at + batch), p)
        at = (at + batch) % (count - (count % batch))
      }
    },
    note: 'tanh, normalised exponential outputs, a loss of its own; float64',
  }
}
