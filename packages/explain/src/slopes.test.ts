import { expect, it } from 'vitest'
import { perNeuron, sigmoid, softmax, tanh } from '@nablajs/activations'
import { fromColumns, fromRows, like } from '@nablajs/linalg'
import { jacobian } from './jacobian.js'
import { mixes } from './mixes.js'
import { slopes } from './slopes.js'

it('is ∂a_j/∂z_j, with its digits where neurons mix and one leads', () => {
  const z = fromRows([[1, 30], [2, 0], [0.5, -1]], { dtype: 'float32' })
  const a = like(z)
  softmax.apply(z, a)
  const e = [Math.E, Math.exp(2), Math.exp(0.5)]
  const sum = e[0] + e[1] + e[2]
  const found = slopes(softmax, z, a)
  e.forEach((x, j) => expect(found.get(j, 0)).toBeCloseTo((x / sum) * (1 - x / sum), 6))
  // 1 − a is 0 in float32 here, and the slope is not.
  expect(found.get(0, 1) / (Math.exp(-30) + Math.exp(-31))).toBeCloseTo(1, 6)
})

it('is the diagonal of the Jacobian, whose other entries are 0 unless neurons mix', () => {
  const z = fromColumns([[0.5, -1, 2], [1, 1, 3]], { dtype: 'float64' })
  for (const activation of [sigmoid, perNeuron(sigmoid, { 1: tanh }), softmax]) {
    const a = like(z)
    activation.apply(z, a)
    const J = jacobian(activation, z, a, 1)
    const found = slopes(activation, z, a)
    for (let j = 0; j < 3; j++) expect(J.get(j, j)).toBeCloseTo(found.get(j, 1), 14)
    expect(J.get(0, 2) !== 0).toBe(activation === softmax)
  }
})

it('has ∂a_j/∂z_k at row j and column k, also of an activation whose Jacobian is not symmetric', () => {
  // a_0 = z_0, a_1 = z_0 z_1.
  const product = {
    name: 'product',
    apply: (z: typeof zs, a: typeof zs) => a.data.forEach((_, at) => (a.data[at] = at % 2 === 0 ? z.data[at] : z.data[at - 1] * z.data[at])),
    pullback(z: typeof zs, _a: typeof zs, g: typeof zs, delta: typeof zs) {
      for (let i = 0; i < z.cols; i++) {
        const [g0, g1] = [g.get(0, i), g.get(1, i)]
        delta.set(0, i, g0 + g1 * z.get(1, i))
        delta.set(1, i, g1 * z.get(0, i))
      }
    },
    kernelOf: () => undefined,
  }
  const zs = fromColumns([[3, 5]], { dtype: 'float64' })
  expect(jacobian(product, zs, zs).toRows()).toEqual([[1, 0], [5, 3]])
  expect([mixes(product, 2), mixes(product, 1), mixes(softmax, 4), mixes(perNeuron(sigmoid, { 1: tanh }), 3), mixes(tanh, 3)]).toEqual([true, false, true, false, false])
})
