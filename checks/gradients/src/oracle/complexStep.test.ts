import { expect, it } from 'vitest'
import { at } from './at.js'
import { complexStep, minibatchCost } from './complexStep.js'
import type { Problem } from './problem.js'
import { readHighPrecision } from './readHighPrecision.js'
import { flattened, relativeDifference } from './relativeDifference.js'

/** A hundred roundings: nets of a dozen neurons, with exponents up to 30. */
const TOLERANCE = 100 * Number.EPSILON

const name = ({ layers, cost }: Problem) =>
  `${layers.map(({ activation, own }) => [activation, ...own.values()].join('+')).join(', ')}; ${cost}`

it.each(readHighPrecision().networks.map((network) => ({ ...network, name: name(network.problem) })))(
  'the gradient of $name agrees with mpmath, 120 digits',
  ({ problem, cost, gradient }) => {
    expect(relativeDifference(flattened(complexStep(problem)), flattened(gradient))).toBeLessThanOrEqual(TOLERANCE)
    expect(minibatchCost(problem).re).toBeCloseTo(cost, 12)
  },
)

it('one linear neuron: ∂C/∂w = (wx + b − y) x and ∂C/∂b = wx + b − y, as a mean over the samples', () => {
  const problem: Problem = {
    layers: [{ w: [[2]], b: [1], activation: 'linear', own: new Map() }],
    cost: 'quadratic',
    inputs: [[3], [-1]],
    targets: [[5], [4]],
  }
  // Residuals 2 and −5.
  expect(complexStep(problem)).toEqual([{ w: [[(2 * 3 + -5 * -1) / 2]], b: [(2 - 5) / 2] }])
})

it('sample weights multiply the costs of their samples, and m still divides', () => {
  const problem: Problem = {
    layers: [{ w: [[2]], b: [1], activation: 'linear', own: new Map() }],
    cost: 'quadratic',
    inputs: [[3], [-1]],
    targets: [[5], [4]],
    weights: [4, 0],
  }
  expect(at(complexStep(problem), 0).b).toEqual([(4 * 2) / 2])
})

it('absolute is ±1 by the side, huber ±1 beyond 1 and r within', () => {
  const problem: Problem = {
    layers: [{ w: [[1], [1], [1]], b: [0, 0, 0], activation: 'linear', own: new Map() }],
    cost: 'absolute',
    inputs: [[0.5]],
    targets: [[0.25, 3, -3]],
  }
  expect(at(complexStep(problem), 0).b).toEqual([1, -1, 1])
  expect(at(complexStep({ ...problem, cost: 'huber' }), 0).b).toEqual([0.25, -1, 1])
})

it('a labelled output that is saturated and right keeps its digits: δ = −1/(1 + e^z), not a − 1', () => {
  const problem: Problem = {
    layers: [{ w: [[30]], b: [0], activation: 'sigmoid', own: new Map() }],
    cost: 'crossEntropy',
    inputs: [[1]],
    targets: [[1]],
  }
  expect(at(at(complexStep(problem), 0).b, 0) / -9.3576229688392989e-14).toBeCloseTo(1, 14)
})
