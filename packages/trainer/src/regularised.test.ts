import { expect, it } from 'vitest'
import { random, type Floats } from '@nablajs/linalg'
import { adam } from './adam.js'
import { momentum } from './momentum.js'
import type { Optimizer } from './optimizer.js'
import { stepsOf, vectorOf } from './reference/stepsOf.js'
import { regularised, type RegularisedOptions } from './regularised.js'
import { sgd } from './sgd.js'

// Three weights and a bias, twice.
const info = { learningRate: 0.5, step: 1, weightRanges: [[0, 3], [4, 7]] } as const
const WEIGHTS = [true, true, true, false, true, true, true, false]

/** The gradient that an optimizer is given. */
function given(options: RegularisedOptions, parameters: Floats, gradient: Floats): Floats {
  let seen = gradient
  const spy: Optimizer = { name: 'spy', vectors: 0, step: (_, gradient) => void (seen = gradient.slice()) }
  regularised(spy, options).step(parameters, gradient, [], info)
  return seen
}

it.each(['float32', 'float64'] as const)('adds the gradient of the penalty to that of every weight and of no bias, rounded each time, %s', (dtype) => {
  const round = dtype === 'float32' ? Math.fround : (x: number) => x
  const draws = random(1)
  for (let time = 0; time < 50; time++) {
    const [w, g] = [0, 0].map(() => vectorOf(dtype, WEIGHTS.map(() => draws.normal())))
    const expected = (l1: number, l2: number) =>
      Array.from(g, (x, i) => (WEIGHTS[i] ? round(round(x + round(l1) * Math.sign(w[i])) + round(round(l2) * w[i])) : x))
    expect([...given({ l1: 0.1 }, w, g.slice())]).toEqual(expected(0.1, 0))
    expect([...given({ l2: 0.3 }, w, g.slice())]).toEqual(expected(0, 0.3))
    expect([...given({ l1: 0.1, l2: 0.3 }, w, g.slice())]).toEqual(expected(0.1, 0.3))
  }
})

it('does not move a weight of 0 by l1', () => {
  expect([...given({ l1: 1 }, new Float64Array(8), new Float64Array(8))]).toEqual(WEIGHTS.map(() => 0))
})

it('is the book’s decay with plain descent: w → (1 − η λ) w', () => {
  const parameters = Float64Array.of(8, -8, 4, 4, 1, 2, 3, 4)
  regularised(sgd(), { l2: 0.25 }).step(parameters, new Float64Array(8), [], info)
  expect([...parameters]).toEqual([7, -7, 3.5, 4, 0.875, 1.75, 2.625, 4])
})

it('limits the length of the weights into a neuron after the step', () => {
  const parameters = Float64Array.of(1, 3, 8, 100, 3, 4, 0, 100)
  const gradient = Float64Array.of(2, -6, 0, 0, 0, 0, 0, 0)
  // After the step: (0, 6, 8) and (3, 4, 0).
  regularised(sgd(), { maxNorm: 5 }).step(parameters, gradient, [], info)
  expect([...parameters]).toEqual([0, 3, 4, 100, 3, 4, 0, 100])
})

it('is an optimizer with the state of the other, which it leaves as it is where λ is 0', () => {
  expect(stepsOf(regularised(adam(), { l1: 0, l2: 0, maxNorm: 1e9 }))).toEqual(stepsOf(adam()))
  expect(stepsOf(regularised(momentum(), { l2: 0.5 }))).not.toEqual(stepsOf(momentum()))
  const init = () => undefined
  expect(regularised({ ...adam(), init }, { l2: 1 })).toMatchObject({ name: 'regularised adam', vectors: 2, init })
  expect(regularised(sgd(), { l2: 1 })).not.toHaveProperty('kernel')
  expect(regularised(sgd(), { l2: 1 })).not.toHaveProperty('init')
})

it.each([
  [{}, 'l2'],
  [{ l1: -1 }, 'l1'],
  [{ l2: NaN }, 'l2'],
  [{ maxNorm: 0 }, 'maxNorm'],
])('refuses %o', (options, option) => {
  expect(() => regularised(sgd(), options)).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `regularised, ${option}` }))
})
