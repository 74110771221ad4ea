import { expect, it } from 'vitest'
import { random } from '@nablajs/linalg'
import { handedOver } from './reference/handedOver.js'
import { largestDistance } from './reference/largestDistance.js'
import pytorch from './reference/pytorch.json' with { type: 'json' }
import { stepsOf, vectorOf } from './reference/stepsOf.js'
import { rmsProp } from './rmsProp.js'

it('takes the steps of PyTorch, and has ρ = 0.9 and ε = 1e-8 unless said', () => {
  expect(largestDistance(stepsOf(rmsProp()), pytorch.optimizers.rmsProp)).toBeLessThan(1e-15)
})

it('goes η by the sign of the gradient with ρ = 0, however large that is', () => {
  const parameters = Float64Array.of(0, 0, 0)
  const step = rmsProp({ decay: 0, epsilon: 1e-30 }).step
  step(parameters, Float64Array.of(1e-3, -4, 1e5), [Float64Array.of(1, 2, 3)], { learningRate: 0.5, step: 1, weightRanges: [] })
  expect([...parameters]).toEqual([-0.5, 0.5, -0.5])
})

it.each(['float32', 'float64'] as const)('rounds after each operation, %s', (dtype) => {
  const round = dtype === 'float32' ? Math.fround : (x: number) => x
  const draws = random(1)
  for (let i = 0; i < 200; i++) {
    const [w, g, s] = Array.from({ length: 3 }, () => round(draws.normal()))
    const [parameters, state] = [vectorOf(dtype, [w]), vectorOf(dtype, [s * s, 7])]
    const before = state[0]
    rmsProp({ decay: 0.7, epsilon: 0.01 }).step(parameters, vectorOf(dtype, [g, 1]), [state], { learningRate: 0.1, step: 1, weightRanges: [] })
    const mean = round(round(round(0.7) * before) + round(round(1 - 0.7) * round(g * g)))
    expect([...state]).toEqual([mean, 7])
    expect(parameters[0]).toBe(round(w - round(round(round(0.1) * g) / round(round(Math.sqrt(mean)) + round(0.01)))))
  }
})

it('is named, and refuses a ρ outside 0 … 1 and an ε that is 0 in float32', () => {
  expect(rmsProp({ epsilon: 2 ** -126 })).toMatchObject({ name: 'rmsProp', vectors: 1 })
  for (const [option, value] of [['decay', -0.1], ['decay', 1], ['decay', NaN], ['epsilon', 0], ['epsilon', 1e-40]] as const) {
    expect(() => rmsProp({ [option]: value })).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `rmsProp, ${option}` }))
  }
})

it('hands its scalars over to a backend that has the step', () => {
  expect(handedOver(rmsProp({ decay: 0.75, epsilon: 1e-6 }))).toEqual([['rmsProp', [0.75, 0.25, 1e-6, 0.25], 0, 8]])
})
