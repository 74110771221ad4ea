import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import { gelu } from './gelu.js'
import values from './reference/values.json' with { type: 'json' }

// z/√2 is rounded before erfc and z² before exp: each costs z² roundings of the parts of the result.
const bound = (z: number, parts: number) => 2 ** -53 * (4 + 2 * z * z) * parts

it('σ and σ′ are within their rounding of values in 400 digits, with their digits in the lower tail', () => {
  for (const [z, a, prime] of values.gelu.real) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    expect(Math.abs(gelu.f(z) - a), `σ(${z})`).toBeLessThanOrEqual(bound(z, Math.abs(a)))
    expect(Math.abs(gelu.fPrime(z, a) - prime), `σ′(${z})`).toBeLessThanOrEqual(bound(z, Math.abs(prime) + Math.abs(z) * density))
  }
})

it('is -0 at −∞ and Infinity at ∞, where σ′ is 0 and 1, and NaN at NaN', () => {
  expect([-Infinity, Infinity, NaN].map(gelu.f)).toEqual([-0, Infinity, NaN])
  expect([-Infinity, Infinity, NaN].map((z) => gelu.fPrime(z, gelu.f(z)))).toEqual([0, 1, NaN])
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(gelu)).toEqual({
    name: 'gelu',
    findings: [],
    kinks: [],
    saturation: { low: -3.067, high: undefined },
  })
  expect(gelu.exact).toBe(true)
  expect(gelu.kernelOf(0)).toBe('gelu')
})
