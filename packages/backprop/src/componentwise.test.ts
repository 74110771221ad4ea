import { expect, it } from 'vitest'
import { fromRows } from '@nablajs/linalg'
import { bp1Neuron, bp2Neuron, bp3Neuron, bp4Weight, neuron } from './componentwise.js'

const w = fromRows([[1, 2, 3], [4, 5, 6]])

it('(23) is σ of the weighted inputs and the bias', () => {
  expect(neuron(w, [10, 20, 30], fromRows([[7], [-8]]), (z) => 2 * z, 1)).toBe(2 * (40 + 100 + 180 - 8))
  expect(neuron(w, [10, 20, 30], fromRows([[7], [-8]]), (z) => z, 0)).toBe(147)
})

it('BP1 is ∂C/∂a times σ′', () => {
  expect(bp1Neuron(3, 0.25)).toBe(0.75)
})

it('BP2 sums over the neurons k of the next layer: Σ_k w_kj δ_k σ′', () => {
  expect(bp2Neuron(w, [10, 100], 0.5, 2)).toBe((30 + 600) / 2)
  expect(bp2Neuron(w, [10, 100], 2, 0)).toBe(820)
})

it('BP3 is δ_j', () => {
  expect(bp3Neuron([5, 6], 1)).toBe(6)
})

it('BP4 is a_k δ_j', () => {
  expect(bp4Weight([1, 2, 3], [10, 20], 1, 2)).toBe(60)
})
