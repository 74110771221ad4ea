// brain.js learns from each sample by itself (no minibatches); the call is the one that its own train() makes for each.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { NeuralNetwork } = require('brain.js')

export const version = require('brain.js/package.json').version

export function open({ kind, sizes, eta, activation, count, x, y }) {
  const [inputs, outputs] = [sizes[0], sizes.at(-1)]
  // It refuses a momentum of 0 and a rate of 1 or more.
  const options = { learningRate: Math.min(eta, 0.9), momentum: 1e-9 }
  const net = new NeuralNetwork({ hiddenLayers: sizes.slice(1, -1), activation, ...options })
  const samples = Array.from({ length: count }, (_, i) => ({
    input: x.subarray(i * inputs, (i + 1) * inputs),
    output: y.subarray(i * outputs, (i + 1) * outputs),
  }))
  net.train([{ input: Array.from(samples[0].input), output: Array.from(samples[0].output) }], { iterations: 1, ...options })
  let at = 0
  const next = () => samples[(at = (at + 1) % count)]
  return {
    granularity: 1,
    run: kind === 'train' ? (n) => { while (n-- > 0) net.trainPattern(next()) } : (n) => { while (n-- > 0) net.runInput(next().input) },
    note: kind === 'train' ? 'a step for each sample' : 'one sample at a time',
  }
}
