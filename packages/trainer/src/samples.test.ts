import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { crossEntropy, quadratic } from '@nablajs/costs'
import { requireFiniteSamples, requireSamples, type Samples } from './samples.js'

const net = network([2, 1], { activation: linear })
const good: Samples = {
  size: 2,
  inputs: { rows: 2, data: Float32Array.of(1, 2, 3, 4) },
  targets: { rows: 1, data: Uint8Array.of(0, 1) },
  weights: { rows: 1, data: Float64Array.of(1, 2) },
}

it('takes samples that fit', () => {
  expect(() => requireSamples('train', net, good)).not.toThrow()
})

it.each<[string, Partial<Samples>, object]>([
  ['no sample', { size: 0 }, { code: 'DataError', got: 'size 0' }],
  ['no size', { size: undefined as never }, { code: 'DataError', got: 'size undefined' }],
  ['inputs of another length', { inputs: { rows: 3, data: new Uint8Array(6) } }, { code: 'ShapeError', where: 'train, inputs', side: 'rows', got: '3' }],
  ['targets of another length', { targets: { rows: 2, data: new Uint8Array(4) } }, { code: 'ShapeError', where: 'train, targets' }],
  ['another count of targets', { targets: { rows: 1, data: new Uint8Array(3) } }, { code: 'ShapeError', got: '3, which is 3 samples' }],
  ['half a sample', { inputs: { rows: 2, data: new Uint8Array(5) } }, { code: 'ShapeError', got: '5, which is no whole number of samples' }],
  ['another count of weights', { weights: { rows: 1, data: Uint8Array.of(1) } }, { code: 'ShapeError', where: 'train, weights' }],
  ['no inputs', { inputs: undefined as never }, { code: 'DataError', got: 'size 2' }],
  ['a scale that is NaN', { inputs: { ...good.inputs, scale: NaN } }, { code: 'DataError', where: 'train, inputs, scale' }],
])('refuses %s', (_, wrong, error) => {
  expect(() => requireSamples('train', net, { ...good, ...wrong })).toThrow(expect.objectContaining(error))
})

it.each<[string, unknown, string, RegExp]>([
  ['a promise', Promise.resolve(good), 'a promise', /await/],
  ['nothing', undefined, 'undefined', /dataset/],
  ['null', null, 'object', /dataset/],
])('says what came where samples are %s', (_, samples, got, fix) => {
  expect(() => requireSamples('train', net, samples as Samples)).toThrow(
    expect.objectContaining({ code: 'DataError', got, fix: expect.stringMatching(fix) }),
  )
})

it.each<[string, Partial<Samples>, object]>([
  ['NaN in an input', { inputs: { rows: 2, data: Float64Array.of(1, 2, 3, NaN) } }, { where: 'train, inputs, sample 1, row 1', sample: 1, row: 1, got: 'NaN' }],
  ['∞ in a target', { targets: { rows: 1, data: Float64Array.of(1, Infinity) } }, { where: 'train, targets, sample 1, row 0', sample: 1 }],
  ['NaN in a weight', { weights: { rows: 1, data: Float64Array.of(NaN, 1) } }, { where: 'train, weights, sample 0, row 0' }],
])('refuses %s, naming sample and row', async (_, wrong, error) => {
  await expect(requireFiniteSamples('train', { ...good, ...wrong }, quadratic)).rejects.toThrow(expect.objectContaining({ code: 'DataError', ...error }))
})

it('looks at large sets in pieces, and names a sample of a later one', async () => {
  const data = new Float32Array(3 << 20)
  data[(2 << 20) + 5] = NaN
  const samples = { size: data.length, inputs: { rows: 1, data }, targets: { rows: 1, data: new Uint8Array(data.length) } }
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  await expect(requireFiniteSamples('train', samples, quadratic)).rejects.toThrow(expect.objectContaining({ sample: (2 << 20) + 5 }))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(0)
  data.fill(0)
  await expect(requireFiniteSamples('train', samples, quadratic)).resolves.toBeUndefined()
})

it.each([
  ['targets of −1 and +1', { rows: 1, data: Float64Array.of(-1, 1) }, 0, '-1'],
  ['labels in bytes', { rows: 1, data: Uint8Array.of(1, 2) }, 1, '2'],
])('refuses %s for a cost that is for 0 … 1, naming the sample', async (_, targets, sample, got) => {
  await expect(requireFiniteSamples('train', { ...good, targets }, quadratic)).resolves.toBeUndefined()
  await expect(requireFiniteSamples('train', { ...good, targets }, crossEntropy)).rejects.toThrow(
    expect.objectContaining({ code: 'DataError', where: `train, targets, sample ${sample}, row 0`, got, expected: expect.stringContaining('in 0 … 1') }),
  )
})

it('says what labels are made into where a column of targets is meant', () => {
  const ten = network([2, 10], { activation: linear })
  expect(() => requireSamples('train', ten, { ...good, targets: { rows: 1, data: Uint8Array.of(3, 9) } })).toThrow(
    'got 1. If these are labels, make columns of them: oneHot(labels, 10).',
  )
})
