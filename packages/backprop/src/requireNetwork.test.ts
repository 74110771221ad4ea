import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { backprop } from './backprop.js'
import { feedforward } from './feedforward.js'
import { network } from './network.js'
import { requireNetwork } from './requireNetwork.js'

const net = network([2, 1], { activation: sigmoid })
const later = Promise.resolve(net) as never
const X = fromColumns([[1, 2]])

it('lets a network through', () => {
  expect(() => requireNetwork('train', net)).not.toThrow()
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
