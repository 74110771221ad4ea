import { expect, it } from 'vitest'
import { random } from '@nablajs/linalg'
import { adaGrad } from './adaGrad.js'
import { handedOver } from './reference/handedOver.js'
import { largestDistance } from './reference/largestDistance.js'
import pytorch from './reference/pytorch.json' with { type: 'json' }
import { stepsOf, vectorOf } from './reference/stepsOf.js'

it('takes the steps of PyTorch, and has ε = 1e-8 unless said', () => {
  expect(largestDistance(stepsOf(adaGrad()), pytorch.optimizers.adaGrad)).toBeLessThan(1e-15)
})

it('goes η / √t down at step t where the gradient does not change, however large it is', () => {
  for (const size of [1e-3, 1, 1e5]) {
    const [parameters, state] = [Float64Array.of(0), Float64Array.of(0)]
    let before = 0
    for (let t = 1; t <= 20; t++) {
      adaGrad({ epsilon: 1e-30 }).step(parameters, Float64Array.of(size), [state], { learningRate: 0.5, step: t, weightRanges: [] })
      expect(before - parameters[0]).toBeCloseTo(0.5 / Math.sqrt(t), 14)
      before = parameters[0]
    }
  }
})

it.each(['float32', 'float64'] as const)('rounds after each operation, %s', (dtype) => {
  const round = dtype === 'float32' ? Math.fround : (x: number) => x
  const draws = random(1)
  for (let i = 0; i < 200; i++) {
    const [w, g, s] = Array.from({ length: 3 }, () => round(draws.normal()))
    const [parameters, state] = [vectorOf(dtype, [w]), vectorOf(dtype, [s * s, 7])]
    const before = state[0]
    adaGrad({ epsilon: 0.01 }).step(parameters, vectorOf(dtype, [g, 1]), [state], { learningRate: 0.1, step: 1, weightRanges: [] })
    const sum = round(before + round(g * g))
    expect([...state]).toEqual([sum, 7])
    expect(parameters[0]).toBe(round(w - round(round(round(0.1) * g) / round(round(Math.sqrt(sum)) + round(0.01)))))
  }
})

it('leaves a parameter whose gradient was always 0 where it is', () => {
  const parameters = Float32Array.of(3)
  adaGrad().step(parameters, Float32Array.of(0), [Float32Array.of(0)], { learningRate: 1, step: 1, weightRanges: [] })
  expect(parameters[0]).toBe(3)
})

it('is named, and refuses an ε that is 0 in float32', () => {
  expect(adaGrad({ epsilon: 2 ** -126 })).toMatchObject({ name: 'adaGrad', vectors: 1 })
  for (const epsilon of [0, 1e-40, -1, NaN]) {
    expect(() => adaGrad({ epsilon })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'epsilon', where: 'adaGrad, epsilon' }))
  }
})

it('hands its scalars over to a backend that has the step', () => {
  expect(handedOver(adaGrad({ epsilon: 1e-6 }))).toEqual([['adaGrad', [1e-6, 0.25], 0, 8]])
})
