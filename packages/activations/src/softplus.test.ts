import { fill, fromArray, like } from '@nablajs/linalg'
import { ulpsBetween } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import values from './reference/values.json' with { type: 'json' }
import { softplus } from './softplus.js'

it('σ is within 2 ulp and σ′ within 2 ulp of values in 400 digits, down to the smallest normal number', () => {
  for (const [z, a, prime] of values.softplus.real) {
    expect(ulpsBetween(softplus.f(z), a), `σ(${z})`).toBeLessThanOrEqual(2)
    expect(ulpsBetween(softplus.fPrime(z, a), prime), `σ′(${z})`).toBeLessThanOrEqual(2)
  }
})

it('σ′ is within 4 ulp in float32 too, as far as its smallest normal number', () => {
  for (const [x, a, prime] of values.softplus.real) {
    if (prime < 2 ** -126) continue
    const z = fromArray(Float32Array.of(x), 1, 1)
    const delta = like(z)
    softplus.pullback(z, fromArray(Float32Array.of(a), 1, 1), fill(like(z), 1), delta)
    expect(ulpsBetween(delta.get(0, 0), prime, 'float32'), `σ′(${x})`).toBeLessThanOrEqual(4)
  }
})

it('is 0 at −∞ and Infinity at ∞, where σ′ is 0 and 1, and NaN at NaN', () => {
  expect([-Infinity, Infinity, NaN].map(softplus.f)).toEqual([0, Infinity, NaN])
  expect([-Infinity, Infinity, NaN].map((z) => softplus.fPrime(z, softplus.f(z)))).toEqual([0, 1, NaN])
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(softplus)).toEqual({
    name: 'softplus',
    findings: [],
    kinks: [],
    saturation: { low: -4.595, high: undefined },
  })
  expect(softplus.exact).toBe(true)
  expect(softplus.kernelOf(0)).toBe('softplus')
})
