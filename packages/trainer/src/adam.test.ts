import { expect, it } from 'vitest'
import fc from 'fast-check'
import { adam } from './adam.js'
import { handedOver } from './reference/handedOver.js'
import { largestDistance } from './reference/largestDistance.js'
import pytorch from './reference/pytorch.json' with { type: 'json' }
import { stepsOf } from './reference/stepsOf.js'

it('takes the steps of PyTorch, with β₁ = 0.9, β₂ = 0.999 and ε = 1e-8 unless said', () => {
  expect(largestDistance(stepsOf(adam()), pytorch.optimizers.adam)).toBeLessThan(1e-15)
  expect(largestDistance(stepsOf(adam(), 'float32'), pytorch.optimizers.adam)).toBeLessThan(1e-6)
})

it('goes η by the sign of the gradient at the first step, however large that is', () => {
  const size = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(size, fc.boolean(), fc.double({ min: 0, max: 0.99, noNaN: true }), (size, up, beta) => {
      const parameters = Float64Array.of(0)
      const state = [Float64Array.of(0), Float64Array.of(0)]
      const info = { learningRate: 0.5, step: 1, weightRanges: [] }
      adam({ beta1: beta, beta2: beta, epsilon: 1e-30 }).step(parameters, Float64Array.of(up ? size : -size), state, info)
      expect(parameters[0]).toBeCloseTo(up ? -0.5 : 0.5, 12)
    }),
  )
})

it('updates as many numbers as there are parameters, the first included', () => {
  const state = [Float64Array.of(0, 7), Float64Array.of(0, 7)]
  adam().step(Float64Array.of(1), Float64Array.of(1, 1), state, { learningRate: 1, step: 1, weightRanges: [] })
  expect([state[0][1], state[1][1]]).toEqual([7, 7])
  expect(state[0][0]).toBeCloseTo(0.1, 15)
})

it('is named, and refuses a β outside 0 … 1 and an ε that is 0 in float32', () => {
  expect(adam({ epsilon: 2 ** -126 })).toMatchObject({ name: 'adam', vectors: 2 })
  for (const [option, value] of [['beta1', -0.1], ['beta1', 1], ['beta2', NaN], ['beta2', 1], ['epsilon', 0], ['epsilon', 1e-40]] as const) {
    expect(() => adam({ [option]: value })).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `adam, ${option}` }))
  }
})

it('hands its scalars over to a backend that has the step', () => {
  // 1 − ½² = ¾, 1 − ¾² = 7/16.
  const scalars = [0.5, 0.5, 0.75, 0.25, 0.25 / 0.75, 1 / Math.sqrt(7 / 16), 1e-6, 1]
  expect(handedOver(adam({ beta1: 0.5, beta2: 0.75, epsilon: 1e-6 }))).toEqual([['adam', scalars, 0, 8]])
})
