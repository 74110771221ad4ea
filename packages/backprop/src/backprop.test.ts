import { expect, it } from 'vitest'
import fc from 'fast-check'
import { defineActivation, linear, relu, sigmoid, softmax, tanh, type Activation } from '@nablajs/activations'
import { absolute, crossEntropy, huber, logLikelihood, quadratic, type Cost } from '@nablajs/costs'
import { fromColumns, fromFunction, norm, random, type Dtype } from '@nablajs/linalg'
import { gradientFor } from './arena.js'
import { backprop } from './backprop.js'
import { network } from './network.js'
import { plainLoops } from './plainLoops.js'

const float64 = { dtype: 'float64' } as const

/** ‖g − g*‖₂ / max(‖g*‖₂, 1): where gradients of order 1 cancel to nothing (softmax pushed alike in every output), only their rounding is left. */
function relativeDifference(g: ArrayLike<number>, expected: ArrayLike<number>): number {
  const column = (numbers: ArrayLike<number>) => fromColumns([Array.from(numbers)], float64)
  const gap = Array.from(g, (x, i) => x - expected[i])
  return norm(column(gap)) / Math.max(norm(column(expected)), 1)
}

/** Cross-entropy and log-likelihood want outputs that are probabilities; the others take any. */
function outputsFor(cost: Cost): Activation[] {
  if (cost === crossEntropy) return [sigmoid]
  if (cost === logLikelihood) return [softmax]
  return [sigmoid, tanh, linear, relu, softmax]
}

function problem(sizes: number[], m: number, seed: number, dtype: Dtype = 'float64', cost: Cost = quadratic) {
  const draws = random(seed)
  const kinds = [sigmoid, tanh, linear, relu, softmax]
  const drawn = (from: Activation[]) => from[draws.integer(from.length)]
  const last = sizes.length - 1
  const layers = sizes.map((neurons, i) => (i === 0 ? neurons : { neurons, activation: drawn(i === last ? outputsFor(cost) : kinds) }))
  const net = network(layers, { dtype, seed })
  const X = fromFunction(sizes[0], m, () => draws.normal(), { dtype })
  const Y = fromFunction(sizes[sizes.length - 1], m, () => draws.uniform(), { dtype })
  return { net, X, Y }
}

const anyProblem = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }),
  m: fc.integer({ min: 1, max: 9 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
  cost: fc.constantFrom(quadratic, crossEntropy, logLikelihood, huber, absolute),
})

it('equals the loops over samples and neurons to rounding, in float64', () => {
  fc.assert(
    fc.property(anyProblem, ({ sizes, m, seed, cost }) => {
      const { net, X, Y } = problem(sizes, m, seed, 'float64', cost)
      const full = backprop(net, cost, X, Y)
      const looped = plainLoops(net, cost, X, Y)
      expect(relativeDifference(full.flat, looped.flat)).toBeLessThan(1e-12)
      expect(Math.abs(full.cost - looped.cost)).toBeLessThanOrEqual(1e-12 * looped.cost)
    }),
    { numRuns: 200 },
  )
})

it('equals them in float32 too', () => {
  fc.assert(
    fc.property(anyProblem, ({ sizes, m, seed, cost }) => {
      const { net, X, Y } = problem(sizes, m, seed, 'float32', cost)
      expect(relativeDifference(backprop(net, cost, X, Y).flat, plainLoops(net, cost, X, Y).flat)).toBeLessThan(1e-4)
    }),
    { numRuns: 100 },
  )
})

it('is the mean of single samples', () => {
  const { net, X, Y } = problem([3, 4, 2], 5, 8)
  const whole = backprop(net, quadratic, X, Y)
  const mean = new Float64Array(whole.flat.length)
  let cost = 0
  for (let i = 0; i < 5; i++) {
    const one = backprop(net, quadratic, X.columns(i, i + 1), Y.columns(i, i + 1))
    one.flat.forEach((g, at) => (mean[at] += g / 5))
    cost += one.cost / 5
  }
  expect(relativeDifference(whole.flat, mean)).toBeLessThan(1e-14)
  expect(whole.cost).toBeCloseTo(cost, 14)
})

it('holds for 20 layers, for width 1, for a batch of 1 and without a hidden layer', () => {
  for (const { sizes, m } of [
    { sizes: Array.from({ length: 20 }, () => 3), m: 4 },
    { sizes: [1, 1, 1, 1], m: 3 },
    { sizes: [4, 3], m: 1 },
  ]) {
    const { net, X, Y } = problem(sizes, m, 3)
    expect(relativeDifference(backprop(net, quadratic, X, Y).flat, plainLoops(net, quadratic, X, Y).flat)).toBeLessThan(1e-12)
  }
})

it('weighs samples: Σ ω_i C_i / m and its gradient', () => {
  const { net, X, Y } = problem([3, 4, 2], 3, 12)
  const weights = [2, 0, 0.5]
  const weighted = backprop(net, quadratic, X, Y, { weights })
  const expected = new Float64Array(weighted.flat.length)
  let cost = 0
  weights.forEach((omega, i) => {
    const one = backprop(net, quadratic, X.columns(i, i + 1), Y.columns(i, i + 1))
    one.flat.forEach((g, at) => (expected[at] += (omega * g) / 3))
    cost += (omega * one.cost) / 3
  })
  expect(relativeDifference(weighted.flat, expected)).toBeLessThan(1e-14)
  expect(weighted.cost).toBeCloseTo(cost, 14)
})

it('lays the gradient out as the parameters and leaves these alone', () => {
  const { net, X, Y } = problem([2, 3, 1], 2, 4)
  const before = net.parameters.slice()
  const { flat, w, b } = backprop(net, quadratic, X, Y)
  expect([...flat]).toEqual([...w[2].data, ...b[2].data, ...w[3].data, ...b[3].data])
  expect(net.parameters).toEqual(before)
})

it('overwrites out, whatever it held, and returns it', () => {
  const { net, X, Y } = problem([2, 3, 1], 2, 4)
  const out = gradientFor(net)
  out.flat.fill(NaN)
  expect(backprop(net, quadratic, X, Y, { out })).toBe(out)
  expect(out.flat).toEqual(backprop(net, quadratic, X, Y).flat)
})

it.each([
  ['other counts of X and Y', [[1, 2], [3, 4]], [[1]], undefined, 'backprop, Y'],
  ['another count of weights', [[1, 2]], [[1]], [1, 2], 'backprop, weights'],
  ['no sample', [], [], undefined, 'backprop, X'],
])('refuses %s', (_, x, y, weights, where) => {
  const { net } = problem([2, 1], 1, 1)
  const call = () => backprop(net, quadratic, fromColumns(x, float64), fromColumns(y, float64), weights ? { weights } : {})
  expect(call).toThrow(expect.objectContaining({ code: 'ShapeError', where }))
})

it('refuses more samples than maxBatch, and an empty batch of the right height', () => {
  const net = network([1, 1], { activation: linear, dtype: 'float64', maxBatch: 2 })
  const three = fromColumns([[1], [2], [3]], float64)
  expect(() => backprop(net, quadratic, three, three)).toThrow(expect.objectContaining({ code: 'ShapeError', got: '3', expected: expect.stringContaining('1 to 2') }))
  const none = three.columns(0, 0)
  expect(() => backprop(net, quadratic, none, none)).toThrow(expect.objectContaining({ code: 'ShapeError', got: '0' }))
})

it.each([
  ['an array of arrays', [[1, 2]] as never, 'an array of 1 arrays'],
  ['too few numbers', [1], '1 numbers'],
  ['nothing', undefined as never, 'undefined numbers'],
])('says what came where samples are %s', (_, x, got) => {
  const { net } = problem([2, 1], 1, 1)
  expect(() => backprop(net, quadratic, x, [1])).toThrow(expect.objectContaining({ code: 'ShapeError', where: 'backprop, X', got }))
})

it('refuses samples of another element type, saying how to make the right one', () => {
  const { net } = problem([2, 1], 1, 1)
  expect(() => backprop(net, quadratic, fromColumns([[1, 2]]), [1])).toThrow(
    expect.objectContaining({ code: 'ShapeError', side: 'dtype', fix: expect.stringContaining("{ dtype: 'float64' }") }),
  )
})

it('names the activation that makes NaN of a finite z', () => {
  const broken = defineActivation({ name: 'broken', f: () => NaN, fPrime: () => 1 })
  const net = network([1, 1], { activation: broken, dtype: 'float64' })
  expect(() => backprop(net, quadratic, [1], [1])).toThrow(
    expect.objectContaining({ code: 'PluginError', plugin: 'broken', where: expect.stringContaining('backprop, layer 2, neuron 0, sample 0') }),
  )
})

it('refuses a target that the cost is not for', () => {
  const net = network([1, 1], { activation: sigmoid })
  expect(() => backprop(net, crossEntropy, [1], [2])).toThrow(expect.objectContaining({ code: 'DataError', where: 'backprop, Y, sample 0, row 0' }))
})
