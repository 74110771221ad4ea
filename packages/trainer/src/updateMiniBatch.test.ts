import { expect, it } from 'vitest'
import { defineActivation, sigmoid } from '@nablajs/activations'
import { crossEntropy, quadratic } from '@nablajs/costs'
import { backprop, network } from '@nablajs/backprop'
import { fromColumns } from '@nablajs/linalg'
import { updateMiniBatch } from './updateMiniBatch.js'

const X = fromColumns([[0.5, -1], [2, 0.25], [1, 1]])
const Y = fromColumns([[1], [0], [0.5]])

it('is w − η times the mean gradient, to the bit, and returns the mean cost before it', () => {
  const net = network([2, 3, 1], { activation: sigmoid })
  const twin = network([2, 3, 1], { activation: sigmoid })
  const { flat, cost } = backprop(twin, quadratic, X, Y)
  flat.forEach((gradient, i) => (twin.parameters[i] -= 3 * gradient))
  expect(updateMiniBatch(net, X, Y, { cost: quadratic, learningRate: 3 })).toBe(cost)
  expect(net.parameters).toEqual(twin.parameters)
})

it.each([0, NaN, (() => 1) as never])('refuses a learning rate with which nothing can be learnt (%s)', (learningRate) => {
  const net = network([2, 1], { activation: sigmoid })
  expect(() => updateMiniBatch(net, X, Y, { cost: quadratic, learningRate })).toThrow(
    expect.objectContaining({ code: 'OptionError', where: 'updateMiniBatch, learningRate' }),
  )
})

it('refuses samples that do not fit, naming itself', () => {
  const net = network([3, 1], { activation: sigmoid })
  expect(() => updateMiniBatch(net, X, Y, { cost: quadratic, learningRate: 1 })).toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'updateMiniBatch, X' }),
  )
})

it('refuses a plugin that returns NaN, and leaves the network as it was', () => {
  const broken = defineActivation({ name: 'broken', f: sigmoid.f, fPrime: () => NaN })
  const net = network([2, { neurons: 3, activation: broken }, 1], { activation: sigmoid })
  const before = net.parameters.slice()
  expect(() => updateMiniBatch(net, X, Y, { cost: quadratic, learningRate: 1 })).toThrow(expect.objectContaining({ code: 'PluginError', plugin: 'broken' }))
  expect(() => updateMiniBatch(net, X, Y, { cost: undefined as never, learningRate: 1 })).toThrow(expect.objectContaining({ code: 'PluginError', where: 'updateMiniBatch, cost' }))
  expect(net.parameters).toEqual(before)
})

it('refuses a target that the cost is not for, and leaves the network as it was', () => {
  const net = network([2, 1], { activation: sigmoid })
  const before = net.parameters.slice()
  expect(() => updateMiniBatch(net, X, fromColumns([[1], [-1], [0]]), { cost: crossEntropy, learningRate: 1 })).toThrow(
    expect.objectContaining({ code: 'DataError', where: 'updateMiniBatch, Y, sample 1, row 0' }),
  )
  expect(net.parameters).toEqual(before)
})
