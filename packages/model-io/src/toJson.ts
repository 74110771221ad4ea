import type { Network } from '@nablajs/backprop'
import { describeModel, type ModelOptions } from './modelDescription.js'

/**
 * A network as JSON for reading by eye: its description, then the weights of each layer row by row, neuron after neuron, and its biases. Numbers
 * are written so that the same bits are read again.
 *
 * Shapes: w of layer l: n_l rows of n_(l−1) numbers, b: n_l numbers.
 */
export function toJson(net: Network, options: ModelOptions = {}): string {
  const description = JSON.stringify(describeModel(net, options), null, 2).slice(2, -2)
  const layers = Array.from({ length: net.L - 1 }, (_, i) => {
    const rows = (net.w[i + 2]?.toRows() ?? []).map((row) => `        [${row.map(number).join(', ')}]`)
    const biases = Array.from(net.b[i + 2]?.data ?? [], number)
    return `    {\n      "w": [\n${rows.join(',\n')}\n      ],\n      "b": [${biases.join(', ')}]\n    }`
  })
  return `{\n  "format": "nabla",\n${description},\n  "layers": [\n${layers.join(',\n')}\n  ]\n}\n`
}

function number(value: number): string {
  return Object.is(value, -0) ? '-0' : JSON.stringify(value)
}
