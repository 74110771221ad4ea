import { expect, it } from 'vitest'
import { perNeuron, relu, sigmoid, softmax, tanh, type Activation } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { fromRows } from '@nablajs/linalg'
import { saturation, slopesOf } from './saturation.js'

/** A network of one layer whose z is its input. */
function identity(activation: Activation, neurons: number) {
  const net = network([neurons, neurons], { activation, initialiser: () => undefined, dtype: 'float64', maxBatch: 2 })
  for (let j = 0; j < neurons; j++) net.w[2]!.set(j, j, 1)
  return net
}

it('counts the neurons and samples at which σ′ is small beside its largest, over blocks of any length', () => {
  const z = [-5, -4, 0, 4, 5]
  const [layer] = saturation(identity(sigmoid, 1), { rows: 1, data: Float64Array.from(z) })
  const slopes = z.map((x) => 1 / (2 + Math.exp(x) + Math.exp(-x)))
  expect(layer!.saturated).toBe(2 / 5)
  expect(layer!.largestSlope).toBeCloseTo(1 / 4, 14)
  expect(layer!.meanSlope).toBeCloseTo(slopes.reduce((sum, slope) => sum + slope, 0) / 5, 14)
})

it('counts a unit that is off, and holds each neuron to the largest slope of its own', () => {
  expect(saturation(identity(relu, 2), { rows: 2, data: Float64Array.of(1, -1, 3, 2) })).toEqual([{ meanSlope: 3 / 4, largestSlope: 1, saturated: 1 / 4 }])
  // tanh′(3) = 0.0099 is below 0.05, σ′(3) = 0.045 is above 0.05/4.
  const [mixed] = saturation(identity(perNeuron(sigmoid, { 1: tanh }), 2), { rows: 2, data: Float64Array.of(3, 3) })
  expect([mixed!.saturated, mixed!.largestSlope]).toEqual([1 / 2, 1])
})

it('takes ∂a_j/∂z_j where neurons mix', () => {
  const z = fromRows([[1, 30], [2, 0], [0.5, -1]], { dtype: 'float32' })
  const a = fromRows([[0, 0], [0, 0], [0, 0]], { dtype: 'float32' })
  softmax.apply(z, a)
  const e = [Math.E, Math.exp(2), Math.exp(0.5)]
  const sum = e[0]! + e[1]! + e[2]!
  const slopes = slopesOf(softmax, z, a)
  e.forEach((x, j) => expect(slopes.get(j, 0)).toBeCloseTo((x / sum) * (1 - x / sum), 6))
  // 1 − a is 0 in float32 here, and the slope is not.
  expect(slopes.get(0, 1) / (Math.exp(-30) + Math.exp(-31))).toBeCloseTo(1, 6)
  const [layer] = saturation(identity(softmax, 3), { rows: 3, data: Float64Array.of(9, 0, 0, 0, 0, 0) })
  expect(layer!.saturated).toBe(1 / 2)
  expect(layer!.largestSlope).toBeGreaterThan(0.2499)
})
