import { expect, it } from 'vitest'
import { sgd } from './sgd.js'

it('is w − η ∂C/∂w', () => {
  const parameters = Float64Array.of(1, -2, 0)
  sgd().step(parameters, Float64Array.of(10, 4, -1), [], { learningRate: 0.5, step: 1, weightRanges: [] })
  expect([...parameters]).toEqual([-4, -4, 0.5])
})

it('keeps no state and names the pass in which it can be done', () => {
  expect(sgd()).toMatchObject({ name: 'sgd', vectors: 0, kernel: 'descend' })
})
