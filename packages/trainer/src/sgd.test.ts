import { expect, it } from 'vitest'
import { random } from '@nablajs/linalg'
import { handedOver } from './reference/handedOver.js'
import { sgd } from './sgd.js'

it('is w − η ∂C/∂w', () => {
  const parameters = Float64Array.of(1, -2, 0)
  sgd().step(parameters, Float64Array.of(10, 4, -1), [], { learningRate: 0.5, step: 1, weightRanges: [] })
  expect([...parameters]).toEqual([-4, -4, 0.5])
})

it('rounds η, the product and the difference to float32, as a kernel that computes in it does, and nothing in float64', () => {
  const draws = random(1)
  for (let i = 0; i < 200; i++) {
    const [w, gradient, learningRate] = Array.from({ length: 3 }, () => draws.normal())
    const info = { learningRate, step: 1, weightRanges: [] }
    const [single, double] = [Float32Array.of(w), Float64Array.of(w)]
    sgd().step(single, Float32Array.of(gradient), [], info)
    sgd().step(double, Float64Array.of(gradient), [], info)
    const { fround } = Math
    expect(single[0]).toBe(fround(fround(w) - fround(fround(learningRate) * fround(gradient))))
    expect(double[0]).toBe(w - learningRate * gradient)
  }
})

it('keeps no state and names the pass in which it can be done', () => {
  expect(sgd()).toMatchObject({ name: 'sgd', vectors: 0, kernel: 'descend' })
})

it('hands its scalars over to a backend that has the step', () => {
  expect(handedOver(sgd())).toEqual([['descend', [0.25], 0, 8]])
})
