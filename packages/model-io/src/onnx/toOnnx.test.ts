import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as activations from '@nablajs/activations'
import { defineActivation, gelu, linear, perNeuron, relu, sigmoid, softmax, tanh, type Activation } from '@nablajs/activations'
import { feedforward, network, type Network } from '@nablajs/backprop'
import { fromColumns, random } from '@nablajs/linalg'
import * as onnx from 'onnxruntime-web'
import { describe, expect, it } from 'vitest'
import type { Preprocessing } from '../preprocessing.js'
import { saveModel } from '../saveModel.js'
import { toOnnx } from './toOnnx.js'

onnx.env.wasm.numThreads = 1

const builtIns = Object.values(activations).filter((value): value is Activation => typeof value === 'object')

type Outputs = Record<string, ArrayLike<number | string | bigint>>

async function run(bytes: Uint8Array, inputs: Record<string, onnx.Tensor>): Promise<Outputs> {
  const session = await onnx.InferenceSession.create(bytes, { logSeverityLevel: 4 })
  const outputs = await session.run(inputs)
  await session.release()
  return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data as ArrayLike<number | string | bigint>]))
}

/** The largest difference between outputs there and here, of the columns X. */
async function difference(net: Network, X: number[][]): Promise<number> {
  const { y = [] } = await run(toOnnx(net), { x: new onnx.Tensor('float32', Float32Array.from(X.flat()), [X.length, X[0]?.length ?? 0]) })
  const ours = feedforward(net, fromColumns(X, { dtype: net.dtype })).data
  expect(y.length).toBe(ours.length)
  return Array.from(ours).reduce((worst, value, i) => Math.max(worst, Math.abs(value - Number(y[i])) / Math.max(1, Math.abs(value))), 0)
}

/** Columns of numbers from −range to range. */
const columns = (count: number, rows: number, range: number, draws = random(7)) =>
  Array.from({ length: count }, () => Array.from({ length: rows }, () => range * (2 * draws.uniform() - 1)))

describe('gives the outputs of feedforward in another runtime', () => {
  it.each([...builtIns, perNeuron(sigmoid, { 0: relu, 3: gelu }), perNeuron(linear, { 4: tanh })].map((activation) => [activation.name, activation] as const))(
    '%s',
    async (_, activation) => {
      const net = network([3, 5, 5], { activation, seed: 3 })
      expect(await difference(net, columns(20, 3, 8))).toBeLessThan(1e-5)
    },
  )

  it('random networks', async () => {
    const draws = random(11)
    for (let i = 0; i < 40; i++) {
      const sizes = Array.from({ length: 2 + draws.integer(4) }, () => 1 + draws.integer(9))
      const layers = sizes.map((neurons, l) => (l === 0 ? neurons : { neurons, activation: builtIns[draws.integer(builtIns.length)] ?? sigmoid }))
      const net = network(layers, { seed: i, dtype: i % 2 === 0 ? 'float32' : 'float64' })
      expect(await difference(net, columns(1 + draws.integer(5), sizes[0] ?? 1, 2, draws)), `network ${i}`).toBeLessThan(1e-5)
    }
  })
})

const preprocessing: Preprocessing = {
  inputs: [
    { name: 'time', kind: 'number', mean: 1.7e9, deviation: 50, fill: 1.7e9 + 25 },
    { name: 'y', kind: 'category', categories: ['', 'blau', 'grün'], unknown: 'zeros' },
    { name: 'pixels', kind: 'bytes', count: 2, scale: 1 / 255 },
    { name: 'width', kind: 'number', mean: -1, deviation: 4 },
  ],
  target: { kind: 'classes', name: 'kind', classes: ['lily', 'rose'] },
}
const renamed = { ...preprocessing, inputs: preprocessing.inputs.map((column) => (column.name === 'y' ? { ...column, name: 'colour' } : column)) }
const rows = {
  time: new onnx.Tensor('float64', Float64Array.of(1.7e9 + 1, NaN, 1.7e9 - 70), [3, 1]),
  colour: new onnx.Tensor('string', ['grün', '', 'none of them'], [3, 1]),
  pixels: new onnx.Tensor('uint8', Uint8Array.of(0, 255, 51, 102, 7, 8), [3, 2]),
  width: new onnx.Tensor('float64', Float64Array.of(3, -1, 7), [3, 1]),
}
/** The same rows, by hand. */
const X = [
  [0.02, 0, 0, 1, 0, 1, 1],
  [0.5, 1, 0, 0, 0.2, 0.4, 0],
  [-1.4, 0, 0, 0, 7 / 255, 8 / 255, 2],
]

it('takes the columns of a table and names the class', async () => {
  const net = network([7, 4, 2], { activation: tanh, seed: 5 })
  const outputs = await run(toOnnx(net, { preprocessing: renamed }), rows)
  const ours = [...feedforward(net, fromColumns(X)).data]
  ours.forEach((value, i) => expect(Number(outputs.y?.[i])).toBeCloseTo(value, 5))
  expect(Array.from(outputs.class ?? [])).toEqual([0, 1, 2].map((i) => ((ours[2 * i] ?? 0) >= (ours[2 * i + 1] ?? 0) ? 'lily' : 'rose')))
})

it('gives numbers in the units of the table', async () => {
  const net = network([7, 2], { activation: linear, seed: 5 })
  const target = { kind: 'numbers' as const, columns: [{ name: 'p', mean: 1e9, deviation: 2 }, { name: 'q', mean: 0, deviation: 0.5 }] }
  const { y = [] } = await run(toOnnx(net, { preprocessing: { ...renamed, target } }), rows)
  feedforward(net, fromColumns(X)).data.forEach((value, i) => expect(Number(y[i])).toBeCloseTo(i % 2 === 0 ? 1e9 + 2 * value : value / 2, 5))
})

it('refuses a category that it does not know, where that is asked for', async () => {
  const inputs = [{ name: 'colour', kind: 'category' as const, categories: ['red', 'blue'], unknown: 'error' as const }]
  const bytes = toOnnx(network([2, 2], { activation: softmax }), { preprocessing: { inputs, target: preprocessing.target } })
  await expect(run(bytes, { colour: new onnx.Tensor('string', ['green'], [1, 1]) })).rejects.toThrow()
  await expect(run(bytes, { colour: new onnx.Tensor('string', ['red'], [1, 1]) })).resolves.toHaveProperty('class')
})

it('refuses what it cannot write, and says what to do', () => {
  const cube = defineActivation({ name: 'cube', f: (z) => z * z * z, fPrime: (z) => 3 * z * z })
  const net = network([7, 2], { activation: sigmoid, dtype: 'float64' })
  expect(() => toOnnx(network([2, 2], { activation: perNeuron(relu, { 1: cube }) }))).toThrow('neuron 1: expected one of linear, sigmoid')
  expect(() => toOnnx(net, { preprocessing })).toThrow('a value of the graph, got "y"')
  expect(() => toOnnx(network([8, 2], { activation: sigmoid }), { preprocessing })).toThrow("the network's 8 inputs, each one at least, got 7 inputs, of columns that make 1, 3, 2, 1")
  expect(() => toOnnx(network([7, 3], { activation: sigmoid }), { preprocessing: renamed })).toThrow('3 classes, as the network has outputs, got 2')
  expect(() => toOnnx(network([7, 3], { activation: sigmoid }), { preprocessing: { ...renamed, target: { kind: 'numbers', columns: [] } } })).toThrow('3 columns')
  net.parameters[4] = 1e39
  expect(() => toOnnx(net)).toThrow('net.parameters[4]: expected a finite float32, got 1e+39')
})

it('is saved by its ending, the same bytes each time', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'onnx-')), 'x.onnx')
  const net = network([30, 20, 2], { activation: sigmoid })
  await saveModel(path, net)
  expect(readFileSync(path).equals(toOnnx(network([30, 20, 2], { activation: sigmoid })))).toBe(true)
  expect(await difference(net, columns(2, 30, 1))).toBeLessThan(1e-5)
})
