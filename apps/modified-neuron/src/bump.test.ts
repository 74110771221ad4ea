import { expect, it } from 'vitest'
import { bump } from './bump.js'

it('has f′ as the derivative of f', () => {
  const h = 1e-5
  for (const z of [-30, -1, -0.3, 0, 0.5, 2, 100]) {
    expect(bump.fPrime(z, bump.f(z))).toBeCloseTo((bump.f(z + h) - bump.f(z - h)) / (2 * h), 9)
  }
})

it('is 1 at 0 and falls on both sides', () => {
  expect([-1, 0, 1].map((z) => bump.f(z))).toEqual([0.5, 1, 0.5])
})
