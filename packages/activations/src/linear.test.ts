import { ulpsBetween } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import { linear } from './linear.js'
import values from './reference/values.json' with { type: 'json' }

it('σ is within 0 ulp and σ′ within 0 ulp of values in 400 digits, down to the smallest normal number', () => {
  for (const [z, a, prime] of values.linear.real) {
    expect(ulpsBetween(linear.f(z), a), `σ(${z})`).toBeLessThanOrEqual(0)
    expect(ulpsBetween(linear.fPrime(z, a), prime), `σ′(${z})`).toBeLessThanOrEqual(0)
  }
})

it('the complex form is within 2⁻⁵⁰ of values in 400 digits', () => {
  for (const [re, im, wantedRe, wantedIm] of values.linear.complex) {
    const [gotRe, gotIm] = linear.complex!(re, im)
    const error = Math.hypot(gotRe - wantedRe, gotIm - wantedIm)
    expect(error, `σ(${re} + ${im}i)`).toBeLessThanOrEqual(2 ** -50 * Math.hypot(wantedRe, wantedIm))
  }
})

it('is -Infinity at −∞ and Infinity at ∞, where σ′ is 1 and 1, and NaN at NaN', () => {
  expect([-Infinity, Infinity, NaN].map(linear.f)).toEqual([-Infinity, Infinity, NaN])
  expect([-Infinity, Infinity, NaN].map((z) => linear.fPrime(z, linear.f(z)))).toEqual([1, 1, 1])
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(linear)).toEqual({
    name: 'linear',
    findings: [],
    kinks: [],
    saturation: { low: undefined, high: undefined },
  })
  expect(linear.exact).toBe(true)
  expect(linear.kernelOf(0)).toBe('linear')
})
