import { ulpsBetween } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import values from './reference/values.json' with { type: 'json' }
import { relu } from './relu.js'

it('σ is within 0 ulp and σ′ within 0 ulp of values in 400 digits, down to the smallest normal number', () => {
  for (const [z, a, prime] of values.relu.real) {
    expect(ulpsBetween(relu.f(z), a), `σ(${z})`).toBeLessThanOrEqual(0)
    expect(ulpsBetween(relu.fPrime(z, a), prime), `σ′(${z})`).toBeLessThanOrEqual(0)
  }
})

it('the complex form is within 2⁻⁵⁰ of values in 400 digits', () => {
  for (const [re, im, wantedRe, wantedIm] of values.relu.complex) {
    const [gotRe, gotIm] = relu.complex!(re, im)
    const error = Math.hypot(gotRe - wantedRe, gotIm - wantedIm)
    expect(error, `σ(${re} + ${im}i)`).toBeLessThanOrEqual(2 ** -50 * Math.hypot(wantedRe, wantedIm))
  }
})

it('is 0 at −∞ and Infinity at ∞, where σ′ is 0 and 1, and NaN at NaN', () => {
  expect([-Infinity, Infinity, NaN].map(relu.f)).toEqual([0, Infinity, NaN])
  expect([-Infinity, Infinity, NaN].map((z) => relu.fPrime(z, relu.f(z)))).toEqual([0, 1, NaN])
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(relu)).toEqual({
    name: 'relu',
    findings: [],
    kinks: [0],
    saturation: { low: 0, high: undefined },
  })
  expect(relu.exact).toBe(true)
  expect(relu.kernelOf(0)).toBe('relu')
})
