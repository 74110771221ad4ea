import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sigmoid, softmax } from '@nablajs/activations'
import { backprop, network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { anyDrawn, lossOfDigits, problemOf } from '../testing/anyNet.js'
import { sigmaPrimeForm } from './sigmaPrimeForm.js'

it('equals the Hadamard form in every layer of any network', () => {
  fc.assert(
    fc.property(anyDrawn(), (drawn) => {
      const problem = problemOf(drawn)
      const { net, cost, X, Y } = problem
      const tolerance = 1e-12 * lossOfDigits(problem)
      const { layers } = sigmaPrimeForm(net, cost, X.column(0), Y.column(0))
      expect(layers.map(({ layer }) => layer)).toEqual(Array.from({ length: net.L - 1 }, (_, i) => net.L - i))
      const gradient = backprop(net, cost, X.column(0), Y.column(0))
      // One sample: ∂C/∂b = δ (31).
      for (const { layer, hadamard, difference } of layers) {
        hadamard.forEach((delta, j) => expect(Math.abs(delta - gradient.b[layer].data[j])).toBe(0))
        expect(difference).toBeLessThan(tolerance)
      }
    }),
    { numRuns: 100 },
  )
})

it('has a real diagonal matrix, and a Jacobian where neurons mix', () => {
  const net = network([2, { neurons: 2, activation: softmax }, 2], { activation: sigmoid, dtype: 'float64' })
  const [output, hidden] = sigmaPrimeForm(net, quadratic, [1, -1], [0, 1]).layers
  const [z0 = 0, z1 = 0] = backprop(net, quadratic, [1, -1], [0, 1]) && net.z[3].data
  const slope = (z: number) => 1 / (2 + Math.exp(z) + Math.exp(-z))
  expect(output.sigmaPrime).toEqual([[expect.closeTo(slope(z0), 14), 0], [0, expect.closeTo(slope(z1), 14)]])
  const [a0 = 0, a1 = 0] = net.a[2].data
  expect(hidden.sigmaPrime).toEqual([[expect.closeTo(a0 * a1, 14), expect.closeTo(-a0 * a1, 14)], [expect.closeTo(-a0 * a1, 14), expect.closeTo(a0 * a1, 14)]])
})

it('writes (33), (34) and (35)', () => {
  const net = network([1, 1, 1, 1], { activation: sigmoid })
  const { layers } = sigmaPrimeForm(net, quadratic, [1], [0])
  expect(layers.map(({ latex }) => latex)).toEqual([
    "\\delta^{4} = \\Sigma'(z^{4}) \\nabla_a C",
    "\\delta^{3} = \\Sigma'(z^{3}) (w^{4})^T \\delta^{4}",
    "\\delta^{2} = \\Sigma'(z^{2}) (w^{3})^T \\delta^{3}",
  ])
  expect(layers[2].latexOfProduct).toBe("\\delta^{2} = \\Sigma'(z^{2}) (w^{3})^T \\Sigma'(z^{3}) (w^{4})^T \\Sigma'(z^{4}) \\nabla_a C")
})
