import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linear, sigmoid, softmax } from '@nablajs/activations'
import { backprop, network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { anyDrawn, lossOfDigits, problemOf } from '../testing/anyNet.js'
import { countPaths } from './countPaths.js'
import { paths } from './paths.js'
import { pathsByDynamicProgramming } from './pathsByDynamicProgramming.js'

const float64 = { dtype: 'float64' } as const

it('adds up to the gradient of backprop, walked or organised, in any network', () => {
  fc.assert(
    fc.property(anyDrawn(5, 4), fc.nat(), fc.nat(), fc.nat(), (drawn, at, row, col) => {
      const problem = problemOf(drawn)
      const { net, cost, X, Y } = problem
      const tolerance = 1e-12 * lossOfDigits(problem)
      const [x, y] = [X.column(0), Y.column(0)]
      const layer = 2 + (at % (net.L - 1))
      const weight = { layer, j: row % net.sizes[layer - 1], k: col % net.sizes[layer - 2] }
      const gradient = backprop(net, cost, x, y).w[layer].get(weight.j, weight.k)
      const walked = paths(net, cost, x, y, { weight })
      const organised = pathsByDynamicProgramming(net, cost, x, y, { weight })
      const size = walked.paths.reduce((sum, { product }) => sum + Math.abs(product), 0)
      expect(Math.abs(walked.sum - gradient)).toBeLessThanOrEqual(tolerance * (size + Math.abs(gradient)))
      expect(Math.abs(organised.sum - gradient)).toBeLessThanOrEqual(tolerance * (size + Math.abs(gradient)))
      expect(walked.paths.length).toBe(walked.count)
      expect(walked.count).toBe(countPaths(net, weight))
    }),
    { numRuns: 100 },
  )
})

it('gives each path its neurons and rates, the strongest first, on a network worked by hand', () => {
  const net = network([1, 2, 2, 1], { activation: linear, ...float64 })
  // w², b², w³ (columns), b³, w⁴, b⁴: every σ′ is 1, so rates are weights.
  net.parameters.set([2, 3, 0, 0, 5, -7, 11, 13, 0, 0, 1, 10, 0])
  const found = paths(net, quadratic, [0.5], [0], { weight: { layer: 2, j: 1, k: 0 } })
  const output = 2 * 0.5 * (5 + -70) + 3 * 0.5 * (11 + 130)
  expect(found.paths).toEqual([
    { neurons: [1, 1, 0], factors: [0.5, 13, 10, output], product: 0.5 * 13 * 10 * output },
    { neurons: [1, 0, 0], factors: [0.5, 11, 1, output], product: 0.5 * 11 * 1 * output },
  ])
  expect(found.sum).toBeCloseTo(0.5 * 141 * output, 9)
  expect([found.count, found.multiplications]).toEqual([2, 6])
  const { layers, multiplications } = pathsByDynamicProgramming(net, quadratic, [0.5], [0], { weight: { layer: 2, j: 1, k: 0 } })
  expect(layers).toEqual([{ layer: 4, sums: [output] }, { layer: 3, sums: [output, 10 * output] }, { layer: 2, sums: [(5 - 70) * output, 141 * output] }])
  expect(multiplications).toBe(1 + 4 + 2)
})

it('sorts by strength', () => {
  const net = network([3, 4, 4, 2], { activation: sigmoid })
  const strengths = paths(net, quadratic, [1, 2, 3], [0, 1], { weight: { layer: 2, j: 0, k: 0 } }).paths.map(({ product }) => Math.abs(product))
  expect(strengths.length).toBe(8)
  expect(strengths).toEqual([...strengths].sort((p, q) => q - p))
})

it('begins at every neuron of a layer that mixes', () => {
  const net = network([2, { neurons: 3, activation: softmax }, 2], { activation: sigmoid, ...float64 })
  const found = paths(net, quadratic, [1, 2], [0, 1], { weight: { layer: 2, j: 1, k: 0 } })
  expect(found.count).toBe(6)
  expect(new Set(found.paths.map(({ neurons }) => neurons[0]))).toEqual(new Set([0, 1, 2]))
})

it('counts without walking, and refuses what is too many', () => {
  const net = network([10, 100, 100, 100, 100, 10], { activation: sigmoid })
  const weight = { layer: 2, j: 0, k: 0 }
  expect(countPaths(net, weight)).toBe(1e7)
  const x = new Float32Array(10)
  expect(() => paths(net, quadratic, x, x, { weight })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'limit', got: '10000000' }))
  expect(Number.isFinite(pathsByDynamicProgramming(net, quadratic, x, x, { weight }).sum)).toBe(true)
  for (const [wrong, option] of [[{ ...weight, layer: 1 }, 'weight.layer'], [{ ...weight, j: 100 }, 'weight.j'], [{ ...weight, k: -1 }, 'weight.k']] as const) {
    expect(() => paths(net, quadratic, x, x, { weight: wrong })).toThrow(expect.objectContaining({ code: 'OptionError', option }))
  }
})
