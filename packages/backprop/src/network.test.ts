import { expect, it } from 'vitest'
import { perNeuron, relu, sigmoid, tanh } from '@nablajs/activations'
import { reference, type Backend } from '@nablajs/linalg'
import { network } from './network.js'

it('indexes as the chapter: n_l is sizes[l − 1], w[l] is n_l × n_(l−1), l runs 2 … L', () => {
  const net = network([4, 3, 2], { activation: sigmoid })
  expect(net.sizes).toEqual([4, 3, 2])
  expect(net.L).toBe(3)
  expect([net.w[2].rows, net.w[2].cols, net.b[2].rows, net.b[2].cols]).toEqual([3, 4, 3, 1])
  expect([net.w[3].rows, net.w[3].cols, net.b[3].rows, net.b[3].cols]).toEqual([2, 3, 2, 1])
  expect(Object.keys(net.w)).toEqual(['2', '3'])
  expect(Object.keys(net.a)).toEqual(['1', '2', '3'])
  expect(Object.keys(net.delta)).toEqual(['2', '3'])
  expect(net.dtype).toBe('float32')
  expect(net.maxBatch).toBe(1024)
})

it('keeps all parameters in one flat array: w², b², w³, b³, each w column after column', () => {
  const net = network([2, 3, 1], { activation: sigmoid })
  net.parameters.set(Array.from({ length: 13 }, (_, i) => i))
  expect(net.w[2].toColumns()).toEqual([[0, 1, 2], [3, 4, 5]])
  expect(net.b[2].toColumns()).toEqual([[6, 7, 8]])
  expect(net.w[3].toRows()).toEqual([[9, 10, 11]])
  expect(net.b[3].toColumns()).toEqual([[12]])
  net.w[3].set(0, 1, 99)
  expect(net.parameters[10]).toBe(99)
})

it('gives each minibatch views that do not overlap', () => {
  const net = network([2, 3, 1], { activation: sigmoid, maxBatch: 4 })
  const { a, z, delta, y, omega } = net.batch(4)
  const views = [...a.slice(1), ...z.slice(2), ...delta.slice(2), y, omega, net.gradient.w[2], net.gradient.b[3], net.w[2], net.b[3]]
  views.forEach((view, i) => view.data.fill(i))
  views.forEach((view, i) => expect(view.data.every((x) => x === i)).toBe(true))
  expect(net.batch(4).a).toBe(a)
  expect(net.batch(3).a[1].cols).toBe(3)
})

it('takes an activation for the whole network, for one layer, and for one neuron', () => {
  const output = perNeuron(sigmoid, { 0: relu })
  const net = network([2, { neurons: 3, activation: tanh }, 4, { neurons: 2, activation: output }], { activation: sigmoid })
  expect(net.activation.slice(2).map(({ name }) => name)).toEqual(['tanh', 'sigmoid', output.name])
})

it('draws the same bits for the same seed and others for another', () => {
  const drawn = (seed: number) => network([5, 4, 3], { activation: sigmoid, seed }).parameters
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7)).not.toEqual(drawn(8))
})

it.each([
  ['one layer', [784], '1'],
  ['no layer', [], '0'],
])('refuses %s', (_, sizes, got) => {
  expect(() => network(sizes, { activation: sigmoid })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'sizes', got }))
})

it('refuses sizes that are no list', () => {
  expect(() => network(784 as never, { activation: sigmoid })).toThrow(expect.objectContaining({ code: 'OptionError', got: 'number' }))
})

it.each([0, -3, 2.5, NaN, Infinity, '30' as never, null as never])('refuses a layer of %s neurons, naming the layer', (neurons) => {
  expect(() => network([2, neurons, 1], { activation: sigmoid })).toThrow(
    expect.objectContaining({ code: 'OptionError', where: 'network, layer 2', expected: 'a whole number of neurons, at least 1' }),
  )
})

it('refuses an activation on the input layer', () => {
  expect(() => network([{ neurons: 2, activation: tanh }, 1], { activation: sigmoid })).toThrow(
    expect.objectContaining({ code: 'OptionError', where: 'network, layer 1', got: 'activation tanh' }),
  )
})

it.each([
  [undefined, 'none'],
  [42, '42'],
  [{ name: 'half', apply: () => undefined }, 'half'],
])('refuses %s as an activation', (activation, got) => {
  expect(() => network([2, 1], { activation: activation as never })).toThrow(
    expect.objectContaining({ code: 'PluginError', where: 'network, layer 2', got }),
  )
})

it('lets an activation refuse the layer it is put on', () => {
  expect(() => network([2, { neurons: 3, activation: perNeuron(sigmoid, { 3: relu }) }])).toThrow(
    expect.objectContaining({ code: 'PluginError' }),
  )
})

it.each([
  [{ seed: 0.5 }, 'seed'],
  [{ maxBatch: 0 }, 'maxBatch'],
])('refuses %o', (options, option) => {
  expect(() => network([2, 1], { activation: sigmoid, ...options })).toThrow(expect.objectContaining({ code: 'OptionError', option }))
})

it('says how large a network is that the machine has no room for', () => {
  expect(() => network([1e9, 1e9], { activation: sigmoid })).toThrow(
    expect.objectContaining({ code: 'OptionError', got: expect.stringContaining('GiB'), option: 'sizes' }),
  )
  expect(() => network([1e9, 1e9], { activation: sigmoid, dtype: 'float64' })).toThrow(expect.objectContaining({ code: 'OptionError' }))
})

it('says so before any memory is taken, where a system would promise more than it has', () => {
  let asked = 0
  const generous: Backend = { ...reference, alloc: (dtype, length) => (asked++, reference.alloc(dtype, Math.min(length, 1000))) }
  expect(() => network([784, 1e9, 10], { activation: sigmoid, backend: generous })).toThrow(
    'network, sizes: expected a network that fits this machine, got one of 17367.3 GiB. Make layers smaller',
  )
  expect(asked).toBe(0)
})

it('passes on what a backend throws otherwise', () => {
  const broken: Backend = { ...reference, alloc: () => { throw new TypeError('out of order') } }
  expect(() => network([2, 1], { activation: sigmoid, backend: broken })).toThrow(TypeError)
})

it('gives its memory back when closed', () => {
  let freed = 0
  const counting: Backend = { ...reference, alloc: (dtype, length) => ({ ...reference.alloc(dtype, length), free: () => { freed++ } }) }
  network([2, 1], { activation: sigmoid, backend: counting }).close()
  expect(freed).toBe(1)
})
