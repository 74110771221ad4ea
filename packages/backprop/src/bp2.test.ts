import { expect, it } from 'vitest'
import { linear, sigmoid } from '@nablajs/activations'
import { fromRows, like } from '@nablajs/linalg'
import { bp2 } from './bp2.js'

const float64 = { dtype: 'float64' } as const
const wNext = fromRows([[1, 2, 3], [4, 5, 6]], float64)
const deltaNext = fromRows([[1, -1], [10, 0.5]], float64)

it('is ((w^(l+1))ᵀ δ^(l+1)) ⊙ σ′(z^l), with σ′ = 1 for linear neurons', () => {
  const z = fromRows([[0, 0], [0, 0], [0, 0]], float64)
  const delta = like(z)
  bp2(wNext, deltaNext, linear, z, z, delta)
  expect(delta.toRows()).toEqual([[41, 1], [52, 0.5], [63, 0]])
})

it('multiplies by σ′ of this layer at each neuron and sample', () => {
  const z = fromRows([[0, 1], [2, -3], [-0.5, 4]], float64)
  const a = like(z)
  sigmoid.apply(z, a)
  const delta = like(z)
  bp2(wNext, deltaNext, sigmoid, z, a, delta)
  const sums = [41, 52, 63, 1, 0.5, 0]
  sums.forEach((sum, at) => expect(delta.data[at]).toBeCloseTo(sum * a.data[at] * (1 - a.data[at]), 13))
})

it('gives the pullback z and a as they are', () => {
  const z = fromRows([[1], [2], [3]], float64)
  const a = fromRows([[4], [5], [6]], float64)
  const delta = like(z)
  const spy = { ...linear, pullback: (...given: Parameters<typeof linear.pullback>) => { seen.push(given[0], given[1], given[2], given[3]) } }
  const seen: unknown[] = []
  bp2(wNext, fromRows([[1], [1]], float64), spy, z, a, delta)
  expect(seen).toEqual([z, a, delta, delta])
  expect(delta.toRows()).toEqual([[5], [7], [9]])
})
