import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { requireSamples, type Samples } from './samples.js'

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
  ['no sample', { size: 0 }, { code: 'DataError', got: '0' }],
  ['no size', { size: undefined as never }, { code: 'DataError', got: 'undefined' }],
  ['inputs of another length', { inputs: { rows: 3, data: new Uint8Array(6) } }, { code: 'ShapeError', where: 'train, inputs', side: 'rows', got: '3' }],
  ['targets of another length', { targets: { rows: 2, data: new Uint8Array(4) } }, { code: 'ShapeError', where: 'train, targets' }],
  ['another count of targets', { targets: { rows: 1, data: new Uint8Array(3) } }, { code: 'ShapeError', got: '3, which is 3 samples' }],
  ['half a sample', { inputs: { rows: 2, data: new Uint8Array(5) } }, { code: 'ShapeError', got: '5, which is no whole number of samples' }],
  ['another count of weights', { weights: { rows: 1, data: Uint8Array.of(1) } }, { code: 'ShapeError', where: 'train, weights' }],
  ['NaN in an input', { inputs: { rows: 2, data: Float64Array.of(1, 2, 3, NaN) } }, { code: 'DataError', sample: 1, row: 1, got: 'NaN' }],
  ['∞ in a target', { targets: { rows: 1, data: Float64Array.of(1, Infinity) } }, { code: 'DataError', sample: 1, row: 0 }],
  ['NaN in a weight', { weights: { rows: 1, data: Float64Array.of(NaN, 1) } }, { code: 'DataError', sample: 0, where: 'train, weights, sample 0, row 0' }],
])('refuses %s', (_, wrong, error) => {
  expect(() => requireSamples('train', net, { ...good, ...wrong })).toThrow(expect.objectContaining(error))
})
