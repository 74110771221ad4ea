import { expect, it } from 'vitest'
import { gauge } from './gauge.js'
import type { Problem } from './problem.js'

const neuron: Problem = {
  layers: [{ w: [[-2]], b: [1], activation: 'linear', own: new Map() }],
  cost: 'quadratic',
  inputs: [[3]],
  targets: [[5]],
}

it('one linear neuron: |δ| and |a| are rounded, and |w||x| + |b| passes through', () => {
  // z = a = −5, δ = −10, and z is good to u times 2·3 + 1 = 7: 10 + 5 + 7, and times |x| for the weight.
  const [layer] = gauge(neuron)
  expect(layer!.b[0]).toBeCloseTo(22, 6)
  expect(layer!.w[0]![0]).toBeCloseTo(66, 6)
})

it('is a mean over the samples, each times its weight', () => {
  const [layer] = gauge({ ...neuron, inputs: [[3], [3]], targets: [[5], [5]], weights: [1, 3] })
  expect(layer!.b[0]).toBeCloseTo(44, 6)
})

it('grows where terms cancel in z, though z and the gradient do not', () => {
  const cancelling: Problem = { ...neuron, layers: [{ w: [[-1000]], b: [2995], activation: 'linear', own: new Map() }] }
  const [layer] = gauge(cancelling)
  expect(layer!.b[0]).toBeCloseTo(10 + 5 + 5995, 3)
})
