import { fromColumns, like } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { defineActivation } from './activation.js'

const square = defineActivation({ name: 'square', f: (z) => z * z, fPrime: (z) => 2 * z })

it('apply is f on every entry and pullback is g ⊙ f′', () => {
  const z = fromColumns([[1, -2], [3, 0.5]])
  const [a, delta] = [like(z), like(z)]
  square.apply(z, a)
  expect(a.toColumns()).toEqual([[1, 4], [9, 0.25]])
  square.pullback(z, a, fromColumns([[1, 1], [2, -1]]), delta)
  expect(delta.toColumns()).toEqual([[2, -4], [12, -1]])
})

it('fPrime is given a = σ(z)', () => {
  const exponential = defineActivation({ name: 'exponential', f: Math.exp, fPrime: (_z, a) => a })
  const z = fromColumns([[0, 1]], { dtype: 'float64' })
  const [a, delta] = [like(z), like(z)]
  exponential.apply(z, a)
  exponential.pullback(z, a, fromColumns([[1, 2]], { dtype: 'float64' }), delta)
  expect(delta.toColumns()).toEqual([[1, 2 * Math.E]])
})

it('is not exact, has no kernel and no complex form unless it says so', () => {
  expect(square).toMatchObject({ name: 'square', exact: false, kernel: undefined, complex: undefined })
  expect(square.kernelOf(0)).toBe(undefined)
  const complex = (re: number, im: number) => [re * re - im * im, 2 * re * im] as const
  expect(defineActivation({ ...square, complex, exact: true, kernel: 'square' })).toMatchObject({ complex, exact: true, kernel: 'square' })
  expect(defineActivation({ name: 'x', f: square.f, fPrime: square.fPrime, kernel: 'square' }).kernelOf(7)).toBe('square')
})
