import { expect, it } from 'vitest'
import { knownAfter } from './known.js'
import { traceOf } from './traceOf.js'

const { steps } = traceOf({ sizes: [2, 2, 1], seed: 1, activation: 'sigmoid', x: [1, 0], y: [1], netCost: 'quadratic', changes: new Map() }, 1)
const after = (name: string, layer: number) => knownAfter(steps, 1 + steps.findIndex((step) => step.name === name && step.layer === layer))

it('forward, activations are known up to the layer that the algorithm has come to, and no error is', () => {
  const known = after('activation', 2)
  expect([known.has({ kind: 'a', layer: 1 }), known.has({ kind: 'a', layer: 2 }), known.has({ kind: 'z', layer: 3 }), known.has({ kind: 'delta', layer: 3 })]).toEqual([true, true, false, false])
})

it('back, errors are known from the end', () => {
  const known = after('output error', 3)
  expect([known.has({ kind: 'delta', layer: 3 }), known.has({ kind: 'delta', layer: 2 })]).toEqual([true, false])
})

it('weights, biases and targets are given, gradients only from BP3 and BP4 on', () => {
  const known = after('backpropagate', 2)
  expect([known.has({ kind: 'w', layer: 2 }), known.has({ kind: 'y', layer: 3 }), known.has({ kind: 'nablaW', layer: 2 })]).toEqual([true, true, false])
  expect(after('gradient of w', 2).has({ kind: 'nablaW', layer: 2 })).toBe(true)
})
