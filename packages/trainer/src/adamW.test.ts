import { expect, it } from 'vitest'
import { random } from '@nablajs/linalg'
import { adam } from './adam.js'
import { adamW } from './adamW.js'
import { handedOver } from './reference/handedOver.js'
import { largestDistance } from './reference/largestDistance.js'
import pytorch from './reference/pytorch.json' with { type: 'json' }
import { stepsOf, vectorOf } from './reference/stepsOf.js'

it('takes the steps of PyTorch with λ = 0.05 for weights and 0 for biases', () => {
  expect(largestDistance(stepsOf(adamW({ weightDecay: 0.05 })), pytorch.optimizers.adamW)).toBeLessThan(1e-15)
})

it('has λ = 0.01 unless said', () => {
  expect(stepsOf(adamW())).toEqual(stepsOf(adamW({ weightDecay: 0.01 })))
})

it.each(['float32', 'float64'] as const)('is adam without decay, to the bit, %s', (dtype) => {
  expect(stepsOf(adamW({ weightDecay: 0 }), dtype)).toEqual(stepsOf(adam(), dtype))
})

it.each(['float32', 'float64'] as const)('lets the weights of every layer decay and no bias, and keeps the moments of adam, %s', (dtype) => {
  const draws = random(1)
  const numbers = Array.from({ length: 9 }, () => draws.normal())
  const [gradient, first, second] = [0, 0, 0].map(() => vectorOf(dtype, numbers.map(() => draws.uniform())))
  const info = { learningRate: 0.5, step: 2, weightRanges: [[0, 3], [4, 6]] } as const
  const [ours, plain] = [adamW({ weightDecay: 0.5 }), adam()].map((optimizer) => {
    const parameters = vectorOf(dtype, numbers)
    const state = [first.slice(), second.slice()]
    optimizer.step(parameters, gradient, state, info)
    return { parameters, state }
  })
  expect(ours.state).toEqual(plain.state)
  ours.parameters.forEach((x, i) => {
    const decays = i < 3 || i === 4 || i === 5
    if (!decays) expect(x).toBe(plain.parameters[i])
    else expect(x).toBeCloseTo(plain.parameters[i] - 0.25 * numbers[i], 6)
  })
})

it('is named, and refuses what adam does and a λ below 0', () => {
  expect(adamW()).toMatchObject({ name: 'adamW', vectors: 2 })
  for (const [option, value] of [['weightDecay', -1], ['weightDecay', NaN], ['beta1', 1], ['beta2', -1], ['epsilon', 0]] as const) {
    expect(() => adamW({ [option]: value })).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `adamW, ${option}` }))
  }
})

it('hands over weights that decay and biases that do not, in turn', () => {
  const calls = handedOver(adamW({ weightDecay: 0.5 })).map(([name, scalars, first, end]) => [name, scalars[7], first, end])
  expect(calls).toEqual([['adam', 1, 0, 0], ['adam', 0.875, 0, 3], ['adam', 1, 3, 4], ['adam', 0.875, 4, 6], ['adam', 1, 6, 8]])
})
