import { fill, fromArray, like } from '@nablajs/linalg'
import { ulpsBetween } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import values from './reference/values.json' with { type: 'json' }
import { sigmoid } from './sigmoid.js'

it('σ is within 1 ulp and σ′ within 2 ulp of values in 400 digits, down to the smallest normal number', () => {
  for (const [z, a, prime] of values.sigmoid.real) {
    expect(ulpsBetween(sigmoid.f(z), a), `σ(${z})`).toBeLessThanOrEqual(1)
    expect(ulpsBetween(sigmoid.fPrime(z, a), prime), `σ′(${z})`).toBeLessThanOrEqual(2)
  }
})

it('σ′ is within 4 ulp in float32 too, as far as its smallest normal number', () => {
  for (const [x, a, prime] of values.sigmoid.real) {
    if (prime < 2 ** -126) continue
    const z = fromArray(Float32Array.of(x), 1, 1)
    const delta = like(z)
    sigmoid.pullback(z, fromArray(Float32Array.of(a), 1, 1), fill(like(z), 1), delta)
    expect(ulpsBetween(delta.get(0, 0), prime, 'float32'), `σ′(${x})`).toBeLessThanOrEqual(4)
  }
})

it('the complex form is within 2⁻⁵⁰ of values in 400 digits', () => {
  for (const [re, im, wantedRe, wantedIm] of values.sigmoid.complex) {
    const [gotRe, gotIm] = sigmoid.complex!(re, im)
    const error = Math.hypot(gotRe - wantedRe, gotIm - wantedIm)
    expect(error, `σ(${re} + ${im}i)`).toBeLessThanOrEqual(2 ** -50 * Math.hypot(wantedRe, wantedIm))
  }
})

it('is 0 at −∞ and 1 at ∞, where σ′ is 0 and 0, and NaN at NaN', () => {
  expect([-Infinity, Infinity, NaN].map(sigmoid.f)).toEqual([0, 1, NaN])
  expect([-Infinity, Infinity, NaN].map((z) => sigmoid.fPrime(z, sigmoid.f(z)))).toEqual([0, 0, NaN])
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(sigmoid)).toEqual({
    name: 'sigmoid',
    findings: [],
    kinks: [],
    saturation: { low: -4.585, high: 4.585 },
  })
  expect(sigmoid.exact).toBe(true)
  expect(sigmoid.kernelOf(0)).toBe('sigmoid')
})
