import { requireNetwork, type Network } from '@nablajs/backprop'
import { OptionError, type Matrix } from '@nablajs/linalg'
import type { ModelOptions } from '../modelDescription.js'
import { addActivation } from './addActivation.js'
import { addInputs } from './addInputs.js'
import { addTarget } from './addTarget.js'
import { encodeOnnx } from './encodeOnnx.js'
import type { OnnxGraph } from './onnxGraph.js'
import { onnxValues } from './onnxValues.js'

/**
 * A network as an ONNX file, for other runtimes: of operators of 2021 (set 13), with every weight inside. Samples are rows there: `y` of `x`. With
 * `preprocessing` the columns of the table are the inputs, under their names, and the outputs are in its terms: `y` and `class`, or `y` in its
 * units. A number that is missing is NaN, and gives NaN where its column has no `fill`. Weights are float32, since runtimes have few
 * operators for float64.
 *
 * Shapes: x: N × n_1, y: N × n_L, w^l: n_l × n_(l−1). Throws `PluginError` for an activation that no operator is, `OptionError` for parameters
 * that no float32 is, for what is no network, and for preprocessing that does not fit the network. Source: the ONNX format, onnx/onnx.
 */
export function toOnnx(net: Network, { preprocessing }: Pick<ModelOptions, 'preprocessing'> = {}): Uint8Array {
  requireNetwork('toOnnx', net)
  requireFloats(net)
  const { L, sizes } = net
  const [inputs = 1, outputs = 1] = [sizes[0], sizes[L - 1]]
  const graph: OnnxGraph = { ...onnxValues(net, preprocessing && { preprocessing }), nodes: [], tensors: [] }
  const names = (l: number) => (l === 1 && !preprocessing ? 'x' : l === L && !preprocessing ? 'y' : `a${l}`)
  if (preprocessing) addInputs(graph, preprocessing.inputs, inputs, names(1))
  for (let l = 2; l <= L; l++) addLayer(graph, net, l, names(l - 1), names(l))
  if (preprocessing) addTarget(graph, preprocessing.target, outputs, names(L))
  requireNames(graph)
  return encodeOnnx(graph)
}

/** z = a wᵀ + b, rows being samples, then σ. */
function addLayer(graph: OnnxGraph, { w, b, activation }: Network, l: number, before: string, after: string): void {
  const [weights, biases, sigma] = [w[l], b[l], activation[l]]
  if (!weights || !biases || !sigma) return
  graph.tensors.push({ name: `w${l}`, type: 'float', dims: [weights.rows, weights.cols], data: byRows(weights) })
  graph.tensors.push({ name: `b${l}`, type: 'float', dims: [biases.rows], data: biases.data })
  graph.nodes.push({ op: 'Gemm', inputs: [before, `w${l}`, `b${l}`], outputs: [`z${l}`], attributes: { transB: { kind: 'int', value: 1 } } })
  addActivation(graph, sigma, weights.rows, `z${l}`, after)
}

function byRows({ rows, cols, data }: Matrix): Float32Array {
  const out = new Float32Array(rows * cols)
  for (let j = 0; j < rows; j++) for (let k = 0; k < cols; k++) out[j * cols + k] = data[j + k * rows] ?? 0
  return out
}

function requireFloats({ parameters }: Network): void {
  const bad = parameters.findIndex((value) => !Number.isFinite(Math.fround(value)))
  if (bad < 0) return
  throw new OptionError({
    option: 'net',
    where: `toOnnx, net.parameters[${bad}]`,
    expected: 'a finite float32',
    got: String(parameters[bad]),
    fix: 'The training diverged, or the number is beyond 3.4e38: train it again with a smaller learning rate.',
  })
}

/** Names of columns and of the graph's own values are one space, in which each is there once. */
function requireNames({ inputs, tensors, nodes }: OnnxGraph): void {
  const seen = new Set([''])
  for (const name of [...tensors.map(({ name }) => name), ...nodes.flatMap(({ outputs }) => outputs), ...inputs.map(({ name }) => name)]) {
    if (seen.has(name)) {
      throw new OptionError({
        option: 'preprocessing',
        where: 'toOnnx, preprocessing.inputs',
        expected: 'column names that are there once, and are not those of a value of the graph',
        got: JSON.stringify(name),
        fix: 'Rename the column in the preprocessing.',
      })
    }
    seen.add(name)
  }
}
