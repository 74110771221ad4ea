import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { backprop, network } from '@nablajs/backprop'
import { absolute, quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { anyDrawn, isWellInside, problemOf } from '../testing/anyNet.js'
import { finiteDifferences } from './finiteDifferences.js'

it('comes near the gradient of backprop, as near as ε lets it', () => {
  fc.assert(
    fc.property(anyDrawn(4, 4), (drawn) => {
      fc.pre(drawn.cost !== absolute)
      const problem = problemOf(drawn, { kinks: false })
      fc.pre(isWellInside(problem))
      const { net, cost, X, Y } = problem
      const { gradient, forwardPasses } = finiteDifferences(net, cost, X, Y)
      const expected = backprop(net, cost, X, Y)
      expect(forwardPasses).toBe(net.parameters.length + 1)
      expect(gradient.cost).toBeCloseTo(expected.cost, 12)
      gradient.flat.forEach((g, at) => expect(Math.abs(g - expected.flat[at])).toBeLessThanOrEqual(1e-4 * (1 + Math.abs(expected.flat[at]) + expected.cost)))
      expect(gradient.w[2].get(0, 0)).toBe(gradient.flat[0])
    }),
    { numRuns: 60 },
  )
})

it('is the difference of two costs, and leaves the network as it was', () => {
  const net = network([2, 2], { activation: sigmoid })
  const start = net.parameters.slice()
  const X = fromColumns([[1, 2], [0, 1]])
  const Y = fromColumns([[1, 0], [0, 1]])
  const { gradient, epsilon } = finiteDifferences(net, quadratic, X, Y, { epsilon: 0.5 })
  expect(epsilon).toBe(0.5)
  expect(net.parameters).toEqual(start)
  const before = backprop(net, quadratic, X, Y).cost
  net.parameters[3] += 0.5
  expect(gradient.flat[3]).toBeCloseTo((backprop(net, quadratic, X, Y).cost - before) / 0.5, 6)
})

it('refuses an ε that is none', () => {
  const net = network([1, 1], { activation: sigmoid })
  expect(() => finiteDifferences(net, quadratic, [1], [1], { epsilon: 0 })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'epsilon' }))
})
