import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { backprop, feedforward, network } from '@nablajs/backprop'
import { absolute, quadratic } from '@nablajs/costs'
import { anyDrawn, isWellInside, problemOf } from '../testing/anyNet.js'
import { weightChange } from './weightChange.js'

it('is what a network with the changed weight gives, at its output and in its cost', () => {
  const net = network([2, 3, 2], { activation: sigmoid, dtype: 'float64' })
  const [x, y] = [[0.5, -1], [1, 0]]
  const before = feedforward(net, x).data.slice()
  const found = weightChange(net, quadratic, x, y, { weight: { layer: 2, j: 1, k: 0 }, deltaW: 0.7 })
  const gradient = backprop(net, quadratic, x, y)
  expect(found.predicted).toBeCloseTo(0.7 * gradient.w[2].get(1, 0), 14)
  net.w[2].set(1, 0, net.w[2].get(1, 0) + 0.7)
  const after = feedforward(net, x).data
  expect(found.actual).toBeCloseTo(backprop(net, quadratic, x, y).cost - gradient.cost, 14)
  after.forEach((a, j) => expect(found.layers[1].actual[j]).toBeCloseTo(a - before[j], 14))
  expect(found.layers[0].actual.map((change) => change === 0)).toEqual([true, false, true])
})

it('is predicted to first order in every layer and in the cost', () => {
  fc.assert(
    fc.property(anyDrawn(), fc.nat(), (drawn, at) => {
      fc.pre(drawn.cost !== absolute)
      const problem = problemOf(drawn, { kinks: false })
      fc.pre(isWellInside(problem))
      const { net, cost, X, Y } = problem
      const weight = { layer: 2 + (at % (net.L - 1)), j: 0, k: 0 }
      const deltaW = 1e-6
      const { layers, predicted, actual } = weightChange(net, cost, X.column(0), Y.column(0), { weight, deltaW })
      expect(Math.abs(predicted - actual)).toBeLessThanOrEqual(1e-3 * deltaW * (1 + Math.abs(predicted / deltaW)))
      expect(layers.map(({ layer }) => layer)).toEqual(Array.from({ length: net.L - weight.layer + 1 }, (_, i) => weight.layer + i))
      for (const layer of layers) {
        layer.predicted.forEach((change, q) => expect(Math.abs(change - layer.actual[q])).toBeLessThanOrEqual(1e-3 * deltaW * (1 + Math.abs(change / deltaW))))
      }
    }),
    { numRuns: 60 },
  )
})

it('refuses a change that is none', () => {
  const net = network([2, 1], { activation: sigmoid })
  const weight = { layer: 2, j: 0, k: 0 }
  expect(() => weightChange(net, quadratic, [1, 2], [1], { weight, deltaW: Infinity })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'deltaW' }))
})
