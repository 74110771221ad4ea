import { expect, it } from 'vitest'
import { defineActivation, linear, relu, sigmoid, softmax, type Activation } from '@nablajs/activations'
import { crossEntropy, defineCost, quadratic, type Cost } from '@nablajs/costs'
import { errors } from './errors.js'
import { backprop } from './backprop.js'
import { fromColumns, type Dtype } from '@nablajs/linalg'
import { network } from './network.js'
import { requireFiniteErrors } from './requireFiniteErrors.js'

const steep = defineActivation({ name: 'steep', f: (z) => z, fPrime: (z) => (z > 2 ? NaN : 1) })
const free = defineCost({ ...quadratic, name: 'free' })

/** 1 → 1 → 1 with every weight 1, so that z of sample i is its input. */
function run(hidden: Activation, output: Activation, cost: Cost, inputs = [1, 3], targets = [0, 0], dtype: Dtype = 'float64') {
  const net = network([1, { neurons: 1, activation: hidden }, { neurons: 1, activation: output }], { dtype })
  net.parameters.set([1, 0, 1, 0])
  const columns = (numbers: number[]) => fromColumns(numbers.map((x) => [x]), { dtype })
  return (weights?: number[]) => backprop(net, cost, columns(inputs), columns(targets), weights ? { weights } : {})
}

it.each([[2, steep, linear], [3, linear, steep]])('names the activation of layer %i whose σ′ is NaN', (layer, hidden, output) => {
  expect(run(hidden, output, quadratic)).toThrow(
    expect.objectContaining({
      code: 'PluginError',
      plugin: 'steep',
      where: `backprop, layer ${layer}, neuron 0, sample 1, activation steep`,
      expected: 'a finite σ′ for z = 3',
      got: 'NaN',
    }),
  )
})

it.each([
  ['∇ₐC', { gradient: (a: ArrayLike<number>) => [a[0] > 2 ? NaN : 1] }, 'layer 3, neuron 0, sample 1', 'a finite ∇ₐC'],
  ['∇ₐC, infinite,', { gradient: (a: ArrayLike<number>) => [a[0] > 2 ? Infinity : 1] }, 'layer 3, neuron 0, sample 1', 'a finite ∇ₐC'],
  ['C_x', { value: (a: ArrayLike<number>) => (a[0] > 2 ? NaN : 1) }, 'sample 1', 'a finite C_x'],
  ['C_x, infinite,', { value: (a: ArrayLike<number>) => (a[0] > 2 ? Infinity : 1) }, 'sample 1', 'a finite C_x'],
])('names the cost whose %s is not finite', (_, part, place, expected) => {
  expect(run(linear, linear, { ...free, ...part })).toThrow(
    expect.objectContaining({ code: 'PluginError', plugin: 'free', where: `backprop, ${place}, cost free`, expected }),
  )
})

it('names the cost whose pairing is not finite', () => {
  const paired = defineCost({ ...free, pairings: { sigmoid: (z) => (z > 0.9 ? NaN : 1) } })
  expect(run(linear, sigmoid, paired)).toThrow(
    expect.objectContaining({ plugin: 'free', where: 'backprop, layer 3, neuron 0, sample 0, cost free', expected: 'a finite number of its pairing' }),
  )
})

it('names the activation that mixes neurons and makes NaN on the way back', () => {
  const mixing: Activation = { ...softmax, name: 'mixing', kernelOf: () => undefined, pullback: (_z, _a, _g, delta) => void delta.data.fill(NaN) }
  expect(run(linear, mixing, quadratic)).toThrow(
    expect.objectContaining({ plugin: 'mixing', where: 'backprop, layer 3, neuron 0, sample 0, activation mixing' }),
  )
})

it.each([
  ['outputs are too large for C_x', [1, 1e200], [0, 0], undefined, 'backprop, sample 1, cost quadratic'],
  ['a target is too large for C_x', [1, 1], [0, -1e200], undefined, 'backprop, sample 1, cost quadratic'],
  ['output and target are too large for ∇ₐC', [1, 1.5e308], [0, -1.5e308], undefined, 'backprop, layer 3, neuron 0, sample 1'],
  ['a weight makes δ too large', [1, 100], [0, 0], [1, 1e307], 'backprop, layer 3, neuron 0, sample 1'],
  ['a weight makes C_x too large', [1, 100], [0, 0], [1, 1.7e306], 'backprop'],
])('blames the numbers where %s', (_, inputs, targets, weights, where) => {
  const call = run(linear, linear, quadratic, inputs, targets)
  expect(() => call(weights)).toThrow(expect.objectContaining({ code: 'DataError', where }))
})

it('blames the numbers where the way back overflows in a hidden layer', () => {
  const net = network([1, 1, 1], { activation: relu, dtype: 'float64' })
  net.parameters.set([1e-200, 0, 1e200, 0])
  expect(() => backprop(net, { ...free, gradient: () => [1e150] }, [1], [0])).toThrow(
    expect.objectContaining({ code: 'DataError', sample: 0, where: 'backprop, layer 2, neuron 0, sample 0', got: 'Infinity' }),
  )
})

it('blames the numbers where only their product in the gradient overflows', () => {
  const call = run(linear, linear, { ...free, value: () => 0, gradient: () => [1e200] }, [1e150, 1])
  expect(call).toThrow(expect.objectContaining({ code: 'DataError', where: 'backprop' }))
})

it('lets saturation through: z = ∞ with a = 1 and δ = 0 spoils nothing', () => {
  const net = network([1, 1], { activation: sigmoid, dtype: 'float64' })
  net.parameters.set([1e308, 0])
  expect(backprop(net, crossEntropy, [100], [1]).flat).toEqual(new Float64Array(2))
})

it('serves without a gradient, and names the operation', () => {
  const net = network([1, 1], { activation: steep, dtype: 'float64' })
  net.parameters.set([1, 0])
  const batch = net.batch(2)
  batch.a[1].data.set([1, 2])
  errors(net, quadratic, batch)
  expect(() => requireFiniteErrors('updateMiniBatch', net, quadratic, batch, 1)).not.toThrow()
  expect(() => requireFiniteErrors('updateMiniBatch', net, quadratic, batch, NaN)).toThrow(expect.objectContaining({ where: 'updateMiniBatch' }))
  batch.a[1].data[1] = 3
  errors(net, quadratic, batch)
  expect(() => requireFiniteErrors('updateMiniBatch', net, quadratic, batch, 1)).toThrow(
    expect.objectContaining({ plugin: 'steep', where: 'updateMiniBatch, layer 2, neuron 0, sample 1, activation steep' }),
  )
})
