import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { backprop } from './backprop.js'
import { requireCost } from './boundary.js'
import { network } from './network.js'

const net = network([2, 1], { activation: sigmoid })
const X = fromColumns([[1, 2]])

it('lets a cost through', () => {
  expect(() => requireCost('train', quadratic)).not.toThrow()
})

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
