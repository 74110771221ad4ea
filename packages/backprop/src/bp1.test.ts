import { expect, it } from 'vitest'
import { linear, sigmoid, type Activation } from '@nablajs/activations'
import { defineCost, quadratic } from '@nablajs/costs'
import { fromRows, like } from '@nablajs/linalg'
import { bp1 } from './bp1.js'

const float64 = { dtype: 'float64' } as const
const z = fromRows([[0.5, -2], [1, 3]], float64)
const y = fromRows([[1, 0], [0.25, 4]], float64)

it('is ∇ₐC ⊙ σ′(z): the quadratic cost with the sigmoid gives (a − y) σ(z)(1 − σ(z)) (30)', () => {
  const a = like(z)
  sigmoid.apply(z, a)
  const delta = like(z)
  bp1(quadratic, sigmoid, z, a, y, delta)
  a.data.forEach((aj, at) => expect(delta.data[at]).toBeCloseTo((aj - y.data[at]) * aj * (1 - aj), 14))
})

it('is ∇ₐC alone for linear neurons', () => {
  const delta = like(z)
  bp1(quadratic, linear, z, z, y, delta)
  expect(delta.toRows()).toEqual([[-0.5, -2], [0.75, -1]])
})

it('gives the pullback z, a and ∇ₐC as they are', () => {
  const seen: unknown[] = []
  const spy: Activation = {
    ...linear,
    pullback(zSeen, aSeen, g, delta) {
      seen.push(zSeen, aSeen, g.toRows())
      linear.pullback(zSeen, aSeen, g, delta)
    },
  }
  const a = fromRows([[2, 2], [2, 2]], float64)
  bp1(quadratic, spy, z, a, y, like(z))
  expect(seen).toEqual([z, a, [[1, 2], [1.75, -2]]])
})

it('leaves what the cost declares where it cancels with the activation', () => {
  const paired = defineCost({ ...quadratic, name: 'paired', pairings: { sigmoid: (zj, aj, yj) => 100 * zj + 10 * aj + yj } })
  const a = fromRows([[1, 2], [3, 4]], float64)
  const delta = like(z)
  bp1(paired, sigmoid, z, a, y, delta)
  expect(delta.toRows()).toEqual([[61, -180], [130.25, 344]])
})
