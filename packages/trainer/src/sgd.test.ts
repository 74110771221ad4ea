import { expect, it } from 'vitest'
import { sgd } from './sgd.js'

it('is w − η ∂C/∂w', () => {
  const parameters = Float64Array.of(1, -2, 0)
  sgd().step(parameters, Float64Array.of(10, 4, -1), [], { learningRate: 0.5, step: 1, weightRanges: [] })
  expect([...parameters]).toEqual([-4, -4, 0.5])
})

it('rounds η, the product and the difference to float32, as a kernel that computes in it does', () => {
  const third = Math.fround(1 / 3)
  const parameters = Float32Array.of(1, third)
  sgd().step(parameters, Float32Array.of(third, 0.7), [], { learningRate: 0.1, step: 1, weightRanges: [] })
  const eta = Math.fround(0.1)
  expect([...parameters]).toEqual([1 - Math.fround(eta * third), third - Math.fround(eta * Math.fround(0.7))].map(Math.fround))
  const exact = Float64Array.of(1)
  sgd().step(exact, Float64Array.of(1 / 3), [], { learningRate: 0.1, step: 1, weightRanges: [] })
  expect(exact[0]).toBe(1 - 0.1 * (1 / 3))
})

it('keeps no state and names the pass in which it can be done', () => {
  expect(sgd()).toMatchObject({ name: 'sgd', vectors: 0, kernel: 'descend' })
})
