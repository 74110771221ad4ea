import { expect, it } from 'vitest'
import { linear, sigmoid, type Activation } from '@nablajs/activations'
import { defineCost, quadratic } from '@nablajs/costs'
import { fill, fromColumns, like } from '@nablajs/linalg'
import { pair, pairingOf } from './pair.js'

const z = fromColumns([[1, 2, 3], [4, 5, 6]])
const a = fromColumns([[10, 20, 30], [40, 50, 60]])
const y = fromColumns([[100, 200, 300], [400, 500, 600]])
const byNeuron = defineCost({ ...quadratic, name: 'byNeuron', pairings: { sigmoid: (zj, aj, yj) => zj + aj + yj } })
const untouched = () => fill(like(z), -1)
const mixed: Activation = { ...linear, kernelOf: (neuron) => (neuron === 1 ? undefined : 'sigmoid') }

it('puts into every row what the cost declares', () => {
  const delta = untouched()
  pair(byNeuron, sigmoid, z, a, y, delta)
  expect(delta.toColumns()).toEqual([[111, 222, 333], [444, 555, 666]])
})

it('leaves the rows of a neuron with another activation alone, and only those', () => {
  const delta = untouched()
  pair(byNeuron, mixed, z, a, y, delta)
  expect(delta.toColumns()).toEqual([[111, -1, 333], [444, -1, 666]])
})

it('leaves everything alone without a pairing, or without one for this activation', () => {
  const delta = untouched()
  pair(quadratic, sigmoid, z, a, y, delta)
  pair(byNeuron, linear, z, a, y, delta)
  expect(delta.toColumns()).toEqual([[-1, -1, -1], [-1, -1, -1]])
})

const softmaxLike: Activation = { ...linear, kernelOf: () => 'softmax' }

it('hands whole columns to a pairing that mixes neurons, filled in or returned', () => {
  const filling = defineCost({
    ...quadratic,
    pairings: {
      softmax: (zs, as, ys, out) => {
        for (let j = 0; j < out.length; j++) out[j] = zs[0] + as[j] + ys[j]
        return out
      },
    },
  })
  const returning = defineCost({ ...quadratic, pairings: { softmax: (zs, as, ys, _out) => as.map((aj, j) => zs[0] + aj + ys[j]) } })
  for (const cost of [filling, returning]) {
    const delta = untouched()
    pair(cost, softmaxLike, z, a, y, delta)
    expect(delta.toColumns()).toEqual([[111, 221, 331], [444, 554, 664]])
  }
})

it('names the cost where a pairing by column returns another count of numbers', () => {
  const wrong = defineCost({ ...quadratic, name: 'short', pairings: { softmax: (_z, _a, _y, _out) => [1] } })
  expect(() => pair(wrong, softmaxLike, z, a, y, untouched())).toThrow(
    expect.objectContaining({ code: 'PluginError', plugin: 'short', got: '1' }),
  )
})

it('asks for each neuron once, and each pairing once for each sample, with z, a and y in their places', () => {
  const [neurons, given]: [number[], number[][]] = [[], []]
  const activation: Activation = { ...linear, kernelOf: (neuron) => (neurons.push(neuron), neuron === 1 ? undefined : 'sigmoid') }
  pair({ ...byNeuron, pairings: { sigmoid: (zj, aj, yj) => given.push([zj, aj, yj]) } }, activation, z, a, y, untouched())
  expect(neurons).toEqual([0, 1, 2])
  expect(given).toEqual([[1, 10, 100], [4, 40, 400], [3, 30, 300], [6, 60, 600]])
})

it('hands each column once to a pairing that mixes neurons, with z, a and y in their places', () => {
  const given: number[][][] = []
  const cost = defineCost({ ...quadratic, pairings: { softmax: (zs, as, ys, out) => (given.push([zs, as, ys].map((v) => Array.from(v))), out) } })
  pair(cost, softmaxLike, z, a, y, untouched())
  expect(given).toEqual([[[1, 2, 3], [10, 20, 30], [100, 200, 300]], [[4, 5, 6], [40, 50, 60], [400, 500, 600]]])
})

it.each([
  ['returns a column', (_z: unknown, _a: unknown, _y: unknown) => [1, 2] as never, 'an array'],
  ['returns nothing', () => undefined as never, 'nothing'],
  ['takes its numbers for columns', (zs: number[]) => zs.map((x) => x) as never, 'zs.map is not a function'],
])('refuses a pairing of three arguments that %s', (_, pairing, got) => {
  const wrong = defineCost({ ...quadratic, name: 'three', pairings: { softmax: pairing as never } })
  expect(() => pair(wrong, softmaxLike, z, a, y, untouched())).toThrow(
    expect.objectContaining({
      code: 'PluginError',
      plugin: 'three',
      where: 'cost three, pairings',
      got: expect.stringContaining(got),
      fix: expect.stringContaining('four arguments'),
    }),
  )
})

it('hands on what a pairing itself throws', () => {
  const refusing = defineCost({ ...quadratic, pairings: { sigmoid: () => { throw new RangeError('my own') } } })
  expect(() => pair(refusing, sigmoid, z, a, y, untouched())).toThrow('my own')
})

it.each(['constructor', 'toString', '__proto__'])('finds no pairing for a kernel named %s that the cost does not declare', (kernel) => {
  const delta = untouched()
  pair(byNeuron, { ...linear, kernelOf: () => kernel }, z, a, y, delta)
  expect(delta.toColumns()).toEqual([[-1, -1, -1], [-1, -1, -1]])
})

it('says what a cost declares for a neuron', () => {
  expect(pairingOf(byNeuron, mixed, 0)).toBe(byNeuron.pairings?.sigmoid)
  expect(pairingOf(byNeuron, mixed, 1)).toBeUndefined()
  expect(pairingOf(quadratic, sigmoid, 0)).toBeUndefined()
})
