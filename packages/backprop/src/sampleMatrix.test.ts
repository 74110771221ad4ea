import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { backprop } from './backprop.js'
import { feedforward } from './feedforward.js'
import { network } from './network.js'

function sum(maxBatch = 8) {
  const net = network([2, 1], { activation: linear, dtype: 'float64', maxBatch })
  net.parameters.set([1, 1, 0])
  return net
}

it('takes the columns of a dataset: bytes, times their scale', () => {
  const inputs = { rows: 2, data: new Uint8Array([0, 4, 8, 255, 1, 2]), scale: 0.25 }
  expect(feedforward(sum(), inputs).toColumns()).toEqual([[1], [65.75], [0.75]])
  expect(feedforward(sum(2), inputs).toColumns()).toEqual([[1], [65.75], [0.75]])
})

it.each([Float32Array, Float64Array])('takes them as %o, unscaled unless said', (Numbers) => {
  expect(feedforward(sum(), { rows: 2, data: new Numbers([0.5, 1.5]) }).toColumns()).toEqual([[2]])
})

it('takes them for inputs and targets of backprop', () => {
  const X = { rows: 2, data: new Uint8Array([1, 2, 3, 4]), scale: 0.5 }
  const Y = { rows: 1, data: new Uint8Array([0, 10]) }
  const same = backprop(sum(), quadratic, fromColumns([[0.5, 1], [1.5, 2]], { dtype: 'float64' }), fromColumns([[0], [10]], { dtype: 'float64' }))
  const gradient = backprop(sum(), quadratic, X, Y)
  expect(gradient.flat).toEqual(same.flat)
  expect(gradient.cost).toBe(same.cost)
})

it.each([
  ['of another length', { rows: 3, data: new Uint8Array(6) }, '3 × 2'],
  ['of which one is half filled', { rows: 2, data: new Uint8Array(5) }, '5 numbers'],
])('refuses columns %s', (_, X, got) => {
  expect(() => feedforward(sum(), X)).toThrow(expect.objectContaining({ code: 'ShapeError', where: 'feedforward, X', got }))
})

it('says that columns look like rows where their count is the length meant', () => {
  expect(() => feedforward(sum(), { rows: 3, data: new Uint8Array(6) })).toThrow(
    expect.objectContaining({ fix: expect.stringContaining('look like rows') }),
  )
})

it.each([
  ['a list', [3, 1, 2, 0]],
  ['columns of one number', { rows: 1, data: Uint8Array.of(3, 1, 2, 0) }],
  ['a matrix of one row', fromColumns([[3], [1], [2], [0]])],
])('says what labels in %s are made into', (_, Y) => {
  const net = network([2, 10], { activation: linear })
  expect(() => backprop(net, quadratic, fromColumns([[1, 2], [3, 4], [5, 6], [7, 8]]), Y)).toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'backprop, Y', fix: expect.stringContaining('oneHot(labels, 10)') }),
  )
})

it('names the sample and row of a number that is not finite, or not in the type of the network', () => {
  const X = { rows: 2, data: new Float64Array([1, 2, 3, 1e300]) }
  expect(feedforward(sum(), X).get(0, 1)).toBe(1e300)
  expect(() => feedforward(network([2, 1], { activation: linear }), X)).toThrow(
    expect.objectContaining({ code: 'DataError', sample: 1, row: 1, got: '1e+300' }),
  )
})

it('says to write await where samples are a promise', () => {
  expect(() => feedforward(sum(), Promise.resolve([1, 2]) as never)).toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'feedforward, X', got: 'a promise', fix: 'Write await before it.' }),
  )
})
