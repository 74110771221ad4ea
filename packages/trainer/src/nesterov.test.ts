import { expect, it } from 'vitest'
import { random } from '@nablajs/linalg'
import { momentum } from './momentum.js'
import { nesterov } from './nesterov.js'
import { handedOver } from './reference/handedOver.js'
import { largestDistance } from './reference/largestDistance.js'
import pytorch from './reference/pytorch.json' with { type: 'json' }
import { stepsOf, vectorOf } from './reference/stepsOf.js'

it('takes the steps of PyTorch, and has μ = 0.9 unless said', () => {
  expect(largestDistance(stepsOf(nesterov()), pytorch.optimizers.nesterov)).toBeLessThan(1e-15)
})

it('is momentum whose parameters look ahead by μ v', () => {
  const draws = random(1)
  const info = { learningRate: 0.25, step: 1, weightRanges: [] }
  // In numbers that no rounding touches: μ = ½, small whole numbers.
  const [ahead, behind, v, velocity] = [Float64Array.of(1), Float64Array.of(1), Float64Array.of(0), Float64Array.of(0)]
  for (let i = 0; i < 20; i++) {
    const gradient = Float64Array.of(4 * draws.integer(9) - 16)
    nesterov({ coefficient: 0.5 }).step(ahead, gradient, [v], info)
    momentum({ coefficient: 0.5 }).step(behind, gradient, [velocity], info)
    expect(v).toEqual(velocity)
    expect(ahead[0]).toBe(behind[0] + 0.5 * velocity[0])
  }
})

it.each(['float32', 'float64'] as const)('rounds after each operation, %s', (dtype) => {
  const round = dtype === 'float32' ? Math.fround : (x: number) => x
  const draws = random(1)
  for (let i = 0; i < 200; i++) {
    const [learningRate, ...numbers] = Array.from({ length: 4 }, () => round(draws.normal()))
    const [w, g, v] = numbers
    const [parameters, state] = [vectorOf(dtype, [w]), vectorOf(dtype, [v, 7])]
    nesterov().step(parameters, vectorOf(dtype, [g, 1]), [state], { learningRate, step: 1, weightRanges: [] })
    const [mu, change] = [round(0.9), round(learningRate * g)]
    const velocity = round(round(mu * v) - change)
    expect([...state]).toEqual([velocity, 7])
    expect(parameters[0]).toBe(round(w + round(round(mu * velocity) - change)))
  }
})

it('rounds η too', () => {
  const parameters = Float32Array.of(0)
  nesterov({ coefficient: 0 }).step(parameters, Float32Array.of(3), [Float32Array.of(0)], { learningRate: 0.1, step: 1, weightRanges: [] })
  expect(parameters[0]).toBe(-Math.fround(Math.fround(0.1) * 3))
})

it('is named, and refuses a μ outside 0 … 1', () => {
  expect(nesterov()).toMatchObject({ name: 'nesterov', vectors: 1 })
  for (const coefficient of [-0.1, 1, NaN]) {
    expect(() => nesterov({ coefficient })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'coefficient', where: 'nesterov, coefficient' }))
  }
})

it('hands its scalars over to a backend that has the step', () => {
  expect(handedOver(nesterov({ coefficient: 0.5 }))).toEqual([['nesterov', [0.5, 0.25], 0, 8]])
})
