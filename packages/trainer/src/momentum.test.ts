import { expect, it } from 'vitest'
import { random } from '@nablajs/linalg'
import { momentum } from './momentum.js'
import { handedOver } from './reference/handedOver.js'

it('is v → μ v − η ∂C/∂w, w → w + v', () => {
  const { step, vectors } = momentum({ coefficient: 0.5 })
  expect(vectors).toBe(1)
  const parameters = Float64Array.of(1, 10)
  const velocity = Float64Array.of(0, 4)
  const info = { learningRate: 0.25, step: 1, weightRanges: [] }
  step(parameters, Float64Array.of(8, -4), [velocity], info)
  expect([[...velocity], [...parameters]]).toEqual([[-2, 3], [-1, 13]])
  step(parameters, Float64Array.of(0, 4), [velocity], info)
  expect([[...velocity], [...parameters]]).toEqual([[-1, 0.5], [-2, 13.5]])
})

it('is plain descent with μ = 0, and has μ = 0.9 unless said', () => {
  const parameters = Float64Array.of(1)
  momentum({ coefficient: 0 }).step(parameters, Float64Array.of(1), [Float64Array.of(100)], { learningRate: 0.5, step: 1, weightRanges: [] })
  expect(parameters[0]).toBe(0.5)
  const velocity = Float64Array.of(1)
  momentum().step(Float64Array.of(0), Float64Array.of(0), [velocity], { learningRate: 1, step: 1, weightRanges: [] })
  expect(velocity[0]).toBe(0.9)
  expect(momentum()).toMatchObject({ name: 'momentum' })
})

it('rounds to float32 after each operation, and nothing in float64', () => {
  const draws = random(1)
  for (let i = 0; i < 200; i++) {
    const [w, gradient, v, learningRate] = Array.from({ length: 4 }, () => draws.normal())
    const info = { learningRate, step: 1, weightRanges: [] }
    const [single, singleV, double, doubleV] = [Float32Array.of(w), Float32Array.of(v), Float64Array.of(w), Float64Array.of(v)]
    momentum().step(single, Float32Array.of(gradient), [singleV], info)
    momentum().step(double, Float64Array.of(gradient), [doubleV], info)
    const { fround } = Math
    expect(singleV[0]).toBe(fround(fround(fround(0.9) * fround(v)) - fround(fround(learningRate) * fround(gradient))))
    expect(single[0]).toBe(fround(fround(w) + singleV[0]))
    expect(doubleV[0]).toBe(0.9 * v - learningRate * gradient)
    expect(double[0]).toBe(w + doubleV[0])
  }
})

it.each([-0.1, 1, NaN])('refuses μ = %s', (coefficient) => {
  expect(() => momentum({ coefficient })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'coefficient' }))
})

it('updates as many numbers as there are parameters', () => {
  const velocity = Float64Array.of(0, 7)
  momentum().step(Float64Array.of(1), Float64Array.of(1, 1), [velocity], { learningRate: 1, step: 1, weightRanges: [] })
  expect([...velocity]).toEqual([-1, 7])
})

it('hands its scalars over to a backend that has the step', () => {
  expect(handedOver(momentum({ coefficient: 0.5 }))).toEqual([['momentum', [0.5, 0.25], 0, 8]])
})
