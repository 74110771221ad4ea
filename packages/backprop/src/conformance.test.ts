import { expect, it } from 'vitest'
import { defineActivation, linear, sigmoid, softmax, tanh } from '@nablajs/activations'
import { defineCost, quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { checkGradient } from './conformance.js'
import { network } from './network.js'

const float64 = { dtype: 'float64' } as const
const x = fromColumns([[0.5, -1], [2, 0.25]], float64)
const y = fromColumns([[1, 0], [0.25, 0.75]], float64)

it('passes a right gradient by differences, and says how right it is', () => {
  const net = network([2, { neurons: 3, activation: tanh }, 2], { activation: softmax, dtype: 'float64' })
  const report = checkGradient(net, quadratic, x, y, { method: '7-point differences' })
  expect(report).toMatchObject({ method: '7-point differences', parameters: 17, unclear: [] })
  expect(report.relativeError).toBeLessThan(1e-10)
  expect(report.bound).toBeLessThan(1e-9)
  expect(report.relativeError).toBeGreaterThan(0)
})

it('uses the complex step where every plugin has a complex form', () => {
  const cost = defineCost({ ...quadratic, complex: (re, im, t) => [NaN, re.reduce((sum, aj, j) => sum + (aj - t[j]) * im[j], 0)] })
  const report = checkGradient(network([2, 3, 2], { activation: linear, dtype: 'float64' }), cost, x, y)
  expect(report.method).toBe('complex step')
  expect(report.relativeError).toBeLessThan(1e-14)
  expect(report.bound).toBe(0)
})

it('takes one sample as plain numbers and a float32 network', () => {
  const report = checkGradient(network([2, 3, 2], { activation: sigmoid }), quadratic, [0.5, -1], [1, 0])
  expect(report.relativeError).toBeLessThan(1e-5)
})

it('catches σ′ off by 0.05 %, naming plugin, parameter and both numbers', () => {
  const off = defineActivation({ name: 'off', f: sigmoid.f, fPrime: (z, a) => 1.0005 * sigmoid.fPrime(z, a) })
  const net = network([2, { neurons: 3, activation: off }, 2], { activation: sigmoid, dtype: 'float64' })
  expect(() => checkGradient(net, quadratic, x, y)).toThrow(
    expect.objectContaining({ code: 'PluginError', plugin: 'off, sigmoid, quadratic', where: expect.stringMatching(/^checkGradient, (w|b)\^2_/) }),
  )
})

it('names saturated neurons', () => {
  const net = network([2, 2, 1], { activation: sigmoid, dtype: 'float64' })
  net.parameters.fill(0.1)
  net.b[2].data[1] = 30
  expect(checkGradient(net, quadratic, [1, 1], [1]).saturated).toEqual(['layer 2, neuron 1'])
})

it('looks at as many parameters as asked for, from the first to the last layer', () => {
  const net = network([2, 3, 2], { activation: sigmoid, dtype: 'float64' })
  expect(checkGradient(net, quadratic, x, y, { parameters: 5 }).parameters).toBe(5)
})

it('refuses the complex step where a plugin has no complex form', () => {
  const net = network([2, { neurons: 3, activation: softmax }, 2], { activation: linear, dtype: 'float64' })
  expect(() => checkGradient(net, quadratic, x, y, { method: 'complex step' })).toThrow(expect.objectContaining({ code: 'PluginError', where: 'checkGradient, method' }))
})

it('passes a gradient that is 0 everywhere', () => {
  const flat = defineActivation({ name: 'flat', f: () => 0.5, fPrime: () => 0 })
  const report = checkGradient(network([2, 2], { activation: flat, dtype: 'float64' }), quadratic, x, y)
  expect(report.relativeError).toBe(0)
})

it('leaves out parameters near a kink, and names them', () => {
  const kinked = defineActivation({ name: 'kinked', f: (z) => (z > 0 ? z : 0), fPrime: (z) => (z > 0 ? 1 : 0) })
  const net = network([1, 2, 1], { activation: linear, dtype: 'float64' })
  const hidden = network([1, { neurons: 2, activation: kinked }, 1], { activation: linear, dtype: 'float64' })
  net.parameters.set([1, 1, 1e-3, 2, 1, 1, 0])
  hidden.parameters.set([1, 1, 1e-3, 2, 1, 1, 0])
  expect(checkGradient(net, quadratic, [0], [1]).unclear).toEqual([])
  expect(checkGradient(hidden, quadratic, [0], [1]).unclear).toEqual(['b^2_0'])
})

it('refuses to judge where most parameters are near a kink', () => {
  const kinked = defineActivation({ name: 'kinked', f: (z) => Math.abs(z), fPrime: (z) => Math.sign(z) })
  const net = network([1, 1], { activation: kinked, dtype: 'float64' })
  net.parameters.set([1e-3, 0])
  expect(() => checkGradient(net, quadratic, [1], [1])).toThrow(expect.objectContaining({ where: 'checkGradient', code: 'PluginError' }))
})
