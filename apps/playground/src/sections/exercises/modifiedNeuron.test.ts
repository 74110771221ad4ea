import fc from 'fast-check'
import { expect, it } from 'vitest'
import { initialState } from '../../state/hash.js'
import { algorithmSteps, modifiedLayers } from '../../state/state.js'
import { changingSteps, modifiedLayerOf, neuronNumbers, verdictsOf } from './modifiedNeuron.js'

const wrong = (input: Parameters<typeof verdictsOf>[0], ...rest: [Parameters<typeof verdictsOf>[1], Parameters<typeof verdictsOf>[2]]) =>
  verdictsOf(input, ...rest).filter(({ isRight }) => !isRight).map(({ address }) => address)

it('with f in the forward pass and f′ in BP1 or BP2 every slope is right, in any network', () => {
  const size = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(fc.array(size, { minLength: 2, maxLength: 5 }), fc.integer({ min: 0, max: 999 }), fc.constantFrom(...modifiedLayers), fc.constantFrom('sigmoid', 'tanh', 'softplus'), (sizes, seed, where, activation) => {
      const input = { ...initialState, sizes, seed, activation, x: sizes.slice(0, 1).flatMap((n) => Array<number>(n).fill(0.4)), y: Array<number>(sizes.at(-1) ?? 1).fill(0.3) }
      expect(wrong(input, where, changingSteps(modifiedLayerOf(sizes, where), sizes))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('with f and without f′ only what goes into the neuron is wrong', () => {
  expect(wrong(initialState, 'hidden', ['feedforward'])).toEqual(['w:2:1:1', 'w:2:1:2', 'w:2:1:3', 'b:2:1'])
})

it('without f in the output, the slopes of all that feeds that output are wrong', () => {
  const addresses = wrong(initialState, 'output', ['outputError'])
  expect(addresses).toContain('w:3:1:1')
  expect(addresses).toContain('w:2:1:1')
  expect(addresses).not.toContain('w:3:2:1')
})

it('f′ once more in BP3 and BP4 makes what goes into the neuron wrong', () => {
  expect(wrong(initialState, 'hidden', ['feedforward', 'backpropagate', 'gradient'])).toEqual(['w:2:1:1', 'w:2:1:2', 'w:2:1:3', 'b:2:1'])
})

it.each(algorithmSteps.filter((step) => step !== 'outputError'))('%s alone is not the answer for a hidden neuron', (step) => {
  expect(wrong(initialState, 'hidden', [step])).not.toEqual([])
})

it('BP3 holds at the neuron: its δ is the slope of its bias by differences', () => {
  for (const where of modifiedLayers) {
    const { z, f, fPrime, delta } = neuronNumbers(initialState, where)
    expect([f, fPrime]).toEqual([Math.sin(z), Math.cos(z)])
    const bias = verdictsOf(initialState, where, []).find(({ address }) => address === `b:${modifiedLayerOf(initialState.sizes, where)}:1`)
    expect(delta).toBeCloseTo(bias!.byDifferences, 6)
  }
})
