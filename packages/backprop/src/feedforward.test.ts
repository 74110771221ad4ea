import { expect, it } from 'vitest'
import { defineActivation, linear, sigmoid } from '@nablajs/activations'
import { fromColumns, fromFunction, reference, zeros, type Backend } from '@nablajs/linalg'
import { feedforward, forward } from './feedforward.js'
import { network } from './network.js'

const float64 = { dtype: 'float64' } as const

function smallNet(maxBatch = 8) {
  const net = network([2, { neurons: 2, activation: sigmoid }, 1], { activation: linear, dtype: 'float64', maxBatch })
  net.parameters.set([1, 2, 3, 4, 0.5, -0.5, 10, 20, 7])
  return net
}

const sigma = (z: number) => 1 / (1 + Math.exp(-z))
const byHand = (x: number, y: number) => 10 * sigma(x + 3 * y + 0.5) + 20 * sigma(2 * x + 4 * y - 0.5) + 7

it('(25) takes z^l = w^l a^(l−1) + b^l and a^l = σ(z^l) from layer to layer', () => {
  const net = smallNet()
  const batch = net.batch(2)
  batch.a[1].data.set([0.1, -0.2, 0.3, 0.4])
  forward(net, batch)
  expect(batch.z[2].toColumns()[0][0]).toBeCloseTo(0.1 - 0.6 + 0.5, 15)
  expect(batch.z[2].toColumns()[1][1]).toBeCloseTo(0.6 + 1.6 - 0.5, 15)
  expect(batch.a[2].get(0, 0)).toBeCloseTo(sigma(0), 15)
  expect(batch.a[3].get(0, 0)).toBeCloseTo(byHand(0.1, -0.2), 13)
  expect(batch.a[3].get(0, 1)).toBeCloseTo(byHand(0.3, 0.4), 13)
})

it('gives a^L for any number of samples, in chunks of maxBatch', () => {
  const X = fromFunction(2, 7, (j, i) => (i - 3) / (j + 2), float64)
  const whole = feedforward(smallNet(8), X)
  expect(feedforward(smallNet(3), X).data).toEqual(whole.data)
  for (let i = 0; i < 7; i++) expect(whole.get(0, i)).toBeCloseTo(byHand(X.get(0, i), X.get(1, i)), 13)
})

it('takes one sample as plain numbers', () => {
  expect(feedforward(smallNet(), [0.1, -0.2]).get(0, 0)).toBeCloseTo(byHand(0.1, -0.2), 13)
})

it('writes into out and returns it', () => {
  const out = zeros(1, 1, float64)
  expect(feedforward(smallNet(), [1, 2], out)).toBe(out)
  expect(out.get(0, 0)).toBeCloseTo(byHand(1, 2), 13)
})

it('gives memory of its own, which the next call leaves alone', () => {
  const net = smallNet()
  const first = feedforward(net, [1, 2])
  const kept = first.get(0, 0)
  feedforward(net, [-5, 3])
  expect(first.get(0, 0)).toBe(kept)
})

it('shows z and a of the last call', () => {
  const net = smallNet()
  feedforward(net, fromColumns([[0.1, -0.2], [0.3, 0.4]], float64))
  expect(net.a[1].toColumns()).toEqual([[0.1, -0.2], [0.3, 0.4]])
  expect(net.a[3].cols).toBe(2)
  expect(net.z[3].data).toEqual(net.a[3].data)
})

it('says that rows were given where columns are meant', () => {
  expect(() => feedforward(smallNet(), fromFunction(3, 2, () => 0, float64))).toThrow(
    expect.objectContaining({ code: 'ShapeError', side: 'rows', fix: expect.stringContaining('look like rows') }),
  )
})

it.each([NaN, Infinity, -Infinity])('names the sample and row of an input that is %s', (bad) => {
  const X = fromColumns([[1, 2], [3, bad]], float64)
  expect(() => feedforward(smallNet(), X)).toThrow(expect.objectContaining({ code: 'DataError', sample: 1, row: 1 }))
})

it('names the activation that makes NaN of a finite z', () => {
  const broken = defineActivation({ name: 'broken', f: (z) => (z > 0 ? NaN : z), fPrime: () => 1 })
  const net = network([1, 1], { activation: broken, dtype: 'float64' })
  net.parameters.set([1, 0])
  expect(() => feedforward(net, fromColumns([[-1], [2]], float64))).toThrow(
    expect.objectContaining({ code: 'PluginError', plugin: 'broken', where: expect.stringContaining('layer 2, neuron 0, sample 1') }),
  )
})

it('cuts the samples into chunks of maxBatch, the last one as small as need be', () => {
  const chunks = (samples: number) => {
    const net = network([3, 2], { activation: linear, dtype: 'float64', maxBatch: 3 })
    const seen: number[] = []
    feedforward({ ...net, batch: (m) => (seen.push(m), net.batch(m)) }, zeros(3, samples, float64))
    return seen
  }
  expect([7, 6, 2].map(chunks)).toEqual([[3, 3, 1], [3, 3], [2]])
})

it('puts the output of each sample into its own column, for layers of any sizes', () => {
  const net = network([3, 2], { activation: linear, dtype: 'float64', maxBatch: 2 })
  net.parameters.set([1, 0, 0, 1, 1, -1, 0, 5])
  const X = fromFunction(3, 5, (j, i) => 10 * i + j, float64)
  expect(feedforward(net, X).toColumns()).toEqual(X.toColumns().map(([x0, x1, x2]) => [x0 + x2, x1 - x2 + 5]))
})

it('counts the sample that it names among all, past maxBatch too', () => {
  const broken = defineActivation({ name: 'broken', f: (z) => (z > 5 ? NaN : z), fPrime: () => 1 })
  const net = network([1, 1], { activation: broken, dtype: 'float64', maxBatch: 2 })
  net.parameters.set([1, 0])
  expect(() => feedforward(net, fromFunction(1, 9, (_, i) => i, float64))).toThrow(
    expect.objectContaining({ where: 'feedforward, layer 2, neuron 0, sample 6, activation broken', expected: 'a finite number for z = 6' }),
  )
  net.parameters.set([1e308, 0])
  expect(() => feedforward(net, fromFunction(1, 9, (_, i) => (i === 3 ? -10 : 0), float64))).toThrow(
    expect.objectContaining({ code: 'DataError', sample: 3, where: 'feedforward, layer 2, neuron 0, sample 3', got: '-Infinity' }),
  )
})

it('reads samples where they lie, if that is the memory of the network, and copies others', () => {
  const memory = new Float64Array(1000)
  let used = 0
  const alloc: Backend['alloc'] = (_, length) => ({ buffer: memory, offset: (used += length) - length, length, free: () => undefined })
  const backend = { ...reference, alloc }
  const net = network([2, { neurons: 2, activation: sigmoid }, 1], { activation: linear, ...float64, maxBatch: 3, backend })
  net.parameters.set([1, 2, 3, 4, 0.5, -0.5, 10, 20, 7])
  const X = fromFunction(2, 2, (j, i) => i - j, { ...float64, backend })
  expect(feedforward(net, X).data).toEqual(feedforward(smallNet(), fromFunction(2, 2, (j, i) => i - j, float64)).data)
  expect(net.a[1]).toBe(X)
  const elsewhere = fromFunction(2, 2, (j, i) => i - j, { ...float64, backend: { ...backend, alloc: reference.alloc } })
  feedforward(net, elsewhere)
  expect(net.a[1]).toBe(net.batch(2).a[1])
  expect(net.a[1].data).toEqual(X.data)
  feedforward(net, fromFunction(2, 5, (j, i) => i - j, { ...float64, backend }))
  expect(net.a[1].toColumns()).toEqual([[3, 2], [4, 3]])
  expect(net.a[1]).not.toBe(net.batch(2).a[1])
})

it('takes bytes through the staging area of a backend that converts them', () => {
  const froms: number[] = []
  const convert: Backend['convert'] = (from, scale, { buffer, offset, rows, cols }) => {
    froms.push(from)
    new Uint8Array(buffer.buffer, from, rows * cols).forEach((byte, at) => (buffer[offset + at] = byte * scale))
  }
  const net = network([2, 1], { activation: linear, dtype: 'float64', backend: { ...reference, convert }, maxBatch: 2 })
  net.parameters.set([1, 1, 0])
  expect(feedforward(net, { rows: 2, data: Uint8Array.of(0, 4, 8, 255, 1, 2), scale: 0.25 }).toColumns()).toEqual([[1], [65.75], [0.75]])
  const { staging } = net.batch(1)
  expect(froms).toEqual([staging?.byteOffset, staging?.byteOffset])
  expect(staging).toHaveLength(4)
})

it('names an input that is not finite at any place of a long column', () => {
  const net = network([5, 3], { activation: sigmoid })
  for (let row = 0; row < 5; row++) {
    const X = fromFunction(5, 3, (j, i) => (j === row && i === 2 ? NaN : 1))
    expect(() => feedforward(net, X)).toThrow(expect.objectContaining({ code: 'DataError', sample: 2, row }))
  }
  const inTheMiddle = fromFunction(5, 3, (j, i) => (j === 2 && i === 1 ? Infinity : 1))
  expect(() => feedforward(net, inTheMiddle)).toThrow(expect.objectContaining({ code: 'DataError', sample: 1, row: 2 }))
  net.w[2].data.fill(0)
  expect(() => feedforward(net, [1, 2, 3, 4, -Infinity])).toThrow(expect.objectContaining({ sample: 0, row: 4, got: '-Infinity' }))
})
