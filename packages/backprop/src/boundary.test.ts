import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { fromColumns, zeros } from '@nablajs/linalg'
import { backprop } from './backprop.js'
import { requireCost, requireNetwork } from './boundary.js'
import { feedforward } from './feedforward.js'
import { network } from './network.js'

const net = network([2, 1], { activation: sigmoid })
const later = Promise.resolve(net) as never
const X = fromColumns([[1, 2]])

it('lets a network and a cost through', () => {
  expect(() => requireNetwork('train', net)).not.toThrow()
  expect(() => requireCost('train', quadratic)).not.toThrow()
})

it.each([
  ['feedforward', () => feedforward(later, [1, 2])],
  ['backprop', () => backprop(later, quadratic, X, [1])],
])('says to write await where %s gets the promise of a network', (operation, call) => {
  expect(call).toThrow(
    expect.objectContaining({ code: 'OptionError', option: 'net', where: `${operation}, net`, got: 'a promise', fix: 'Write await before it.' }),
  )
})

it.each([[undefined, 'nothing'], [null, 'nothing'], [{ sizes: [2, 1] }, 'an object'], [{ batch: 1 }, 'an object'], ['net', 'a string']])(
  'refuses %s in the place of a network', (value, got) => {
    expect(() => requireNetwork('train', value)).toThrow(
      expect.objectContaining({ code: 'OptionError', where: 'train, net', got, fix: 'Give what network() makes.' }),
    )
  },
)

it.each([
  [undefined, 'nothing', 'defineCost'],
  [null, 'nothing', 'defineCost'],
  [X, 'a matrix', 'defineCost'],
  [{ value: () => 0 }, 'an object', 'defineCost'],
  [{ gradient: () => [] }, 'an object', 'defineCost'],
  [Promise.resolve(quadratic), 'a promise', 'Write await'],
])('refuses %s in the place of a cost', (cost, got, fix) => {
  expect(() => backprop(net, cost as never, X, [1])).toThrow(
    expect.objectContaining({ code: 'PluginError', plugin: got, where: 'backprop, cost', got, fix: expect.stringContaining(fix) }),
  )
})

it('says to write await where samples are a promise', () => {
  expect(() => feedforward(net, Promise.resolve(X) as never)).toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'feedforward, X', got: 'a promise', fix: 'Write await before it.' }),
  )
})

it.each([
  ['rows', zeros(2, 1), '2 × 1 float32'],
  ['columns', zeros(1, 3), '1 × 3 float32'],
  ['dtype', zeros(1, 1, { dtype: 'float64' }), '1 × 1 float64'],
])('refuses an out of other %s', (side, out, got) => {
  expect(() => feedforward(net, X, out)).toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'feedforward, out', side, expected: '1 × 1 float32', got }),
  )
})
