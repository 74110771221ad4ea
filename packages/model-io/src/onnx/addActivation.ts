import type { Activation } from '@nablajs/activations'
import { PluginError } from '@nablajs/linalg'
import type { OnnxGraph } from './onnxGraph.js'

/** Puts a = σ(z) into the graph. */
type Writer = (graph: OnnxGraph, z: string, a: string) => void

const WRITERS: ReadonlyMap<string, Writer> = new Map([
  ['linear', operator('Identity')],
  ['sigmoid', operator('Sigmoid')],
  ['tanh', operator('Tanh')],
  ['relu', operator('Relu')],
  ['leakyRelu', operator('LeakyRelu', 0.01)],
  ['elu', operator('Elu', 1)],
  ['softplus', operator('Softplus')],
  ['softsign', operator('Softsign')],
  ['softmax', addSoftmax],
  ['gelu', addGelu],
])

/**
 * Puts a = σ(z) of a layer into the graph, by the kernel that each neuron runs as: a kernel is the same function wherever it runs, so an
 * activation of one's own that names one is written too. Neighbours of one kernel go through one node.
 *
 * Shapes: z and a: N × n_l. Throws `PluginError` for a neuron whose activation is its plugin's own code.
 */
export function addActivation(graph: OnnxGraph, activation: Activation, neurons: number, z: string, a: string): void {
  const runs = runsOf(activation, neurons)
  const [first] = runs
  if (first && runs.length === 1) return first.write(graph, z, a)
  const lengths = `${z}_runs`
  graph.tensors.push({ name: lengths, type: 'int64', dims: [runs.length], data: runs.map(({ length }) => length) })
  const before = runs.map((_, i) => `${z}_${i}`)
  const after = runs.map((_, i) => `${a}_${i}`)
  graph.nodes.push({ op: 'Split', inputs: [z, lengths], outputs: before, attributes: { axis: { kind: 'int', value: 1 } } })
  runs.forEach(({ write }, i) => write(graph, before[i] ?? '', after[i] ?? ''))
  graph.nodes.push({ op: 'Concat', inputs: after, outputs: [a], attributes: { axis: { kind: 'int', value: 1 } } })
}

function runsOf(activation: Activation, neurons: number): { write: Writer; length: number }[] {
  const runs: { write: Writer; length: number }[] = []
  for (let neuron = 0; neuron < neurons; neuron++) {
    const write = WRITERS.get(activation.kernelOf(neuron) ?? '') ?? noOperator(activation, neuron)
    const last = runs.at(-1)
    if (last?.write === write) last.length++
    else runs.push({ write, length: 1 })
  }
  return runs
}

function operator(op: string, alpha?: number): Writer {
  return (graph, z, a) =>
    graph.nodes.push({ op, inputs: [z], outputs: [a], ...(alpha !== undefined && { attributes: { alpha: { kind: 'float', value: alpha } } }) })
}

function addSoftmax({ nodes }: OnnxGraph, z: string, a: string): void {
  nodes.push({ op: 'Softmax', inputs: [z], outputs: [a], attributes: { axis: { kind: 'int', value: 1 } } })
}

/** ½z (1 + erf(z/√2)): the operator Gelu came later than the others. */
function addGelu({ nodes, tensors }: OnnxGraph, z: string, a: string): void {
  const scalar = (name: string, value: number) => {
    tensors.push({ name: `${a}_${name}`, type: 'float', dims: [], data: [value] })
    return `${a}_${name}`
  }
  nodes.push({ op: 'Mul', inputs: [z, scalar('inverseRoot', Math.SQRT1_2)], outputs: [`${a}_scaled`] })
  nodes.push({ op: 'Erf', inputs: [`${a}_scaled`], outputs: [`${a}_erf`] })
  nodes.push({ op: 'Add', inputs: [`${a}_erf`, scalar('one', 1)], outputs: [`${a}_twice`] })
  nodes.push({ op: 'Mul', inputs: [z, scalar('half', 0.5)], outputs: [`${a}_halved`] })
  nodes.push({ op: 'Mul', inputs: [`${a}_halved`, `${a}_twice`], outputs: [a] })
}

function noOperator({ name }: Activation, neuron: number): never {
  throw new PluginError({
    plugin: name,
    where: `toOnnx, activation ${name}, neuron ${neuron}`,
    expected: `one of ${[...WRITERS.keys()].join(', ')}, which ONNX has operators for`,
    got: name,
    fix: 'Save the network as .safetensors, where a plugin goes by its name.',
  })
}
