import { expect, it } from 'vitest'
import { defineActivation, linear } from '@nablajs/activations'
import { defineCost, quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { complexFormOf, complexStep } from './complexStep.js'
import { network } from './network.js'

const square = defineActivation({ name: 'square', f: (z) => z * z, fPrime: (z) => 2 * z, complex: (re, im) => [re * re - im * im, 2 * re * im] })
const sum = defineCost({
  name: 'sum',
  value: (a, y) => a.reduce((total, aj, j) => total + aj * y[j], 0),
  gradient: (_a, y) => y.map((yj) => yj),
  complex: (re, im, y) => [re.reduce((t, x, j) => t + x * y[j], 0), im.reduce((t, x, j) => t + x * y[j], 0)],
})
const float64 = { dtype: 'float64' } as const

it('finds the derivative that paper finds, for every parameter', () => {
  const net = network([1, 1, 1], { activation: square, dtype: 'float64' })
  net.parameters.set([3, 1, 2, -1])
  const form = complexFormOf(net, sum)!
  const X = fromColumns([[2], [0]], float64)
  const Y = fromColumns([[1], [10]], float64)
  // x = 2: z² = 7, a² = 49, z³ = 97. x = 0: z² = 1, a² = 1, z³ = 1.
  const expected = [(2 * 97 * 2 * 14 * 2 + 0) / 2, (2 * 97 * 2 * 14 + 10 * 2 * 1 * 2 * 2) / 2, (2 * 97 * 49 + 10 * 2 * 1) / 2, (2 * 97 + 10 * 2) / 2]
  expect(expected.map((_, index) => complexStep(net, form, X, Y, index))).toEqual(expected)
})

it('needs a complex form of every plugin', () => {
  const real = defineActivation({ name: 'real', f: (z) => z, fPrime: () => 1 })
  const noForm = defineCost({ name: 'real', value: quadratic.value, gradient: quadratic.gradient })
  expect(complexFormOf(network([1, { neurons: 1, activation: linear }, 1], { activation: real }), sum)).toBeUndefined()
  expect(complexFormOf(network([1, 1], { activation: square }), noForm)).toBeUndefined()
})
