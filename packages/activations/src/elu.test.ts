import { ulpsBetween } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import { elu } from './elu.js'
import values from './reference/values.json' with { type: 'json' }

it('σ is within 1 ulp and σ′ within 1 ulp of values in 400 digits, down to the smallest normal number', () => {
  for (const [z, a, prime] of values.elu.real) {
    expect(ulpsBetween(elu.f(z), a), `σ(${z})`).toBeLessThanOrEqual(1)
    expect(ulpsBetween(elu.fPrime(z, a), prime), `σ′(${z})`).toBeLessThanOrEqual(1)
  }
})

it('the complex form is within 2⁻⁵⁰ of values in 400 digits', () => {
  for (const [re, im, wantedRe, wantedIm] of values.elu.complex) {
    const [gotRe, gotIm] = elu.complex!(re, im)
    const error = Math.hypot(gotRe - wantedRe, gotIm - wantedIm)
    expect(error, `σ(${re} + ${im}i)`).toBeLessThanOrEqual(2 ** -50 * Math.hypot(wantedRe, wantedIm))
  }
})

it('is -1 at −∞ and Infinity at ∞, where σ′ is 0 and 1, and NaN at NaN', () => {
  expect([-Infinity, Infinity, NaN].map(elu.f)).toEqual([-1, Infinity, NaN])
  expect([-Infinity, Infinity, NaN].map((z) => elu.fPrime(z, elu.f(z)))).toEqual([0, 1, NaN])
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(elu)).toEqual({
    name: 'elu',
    findings: [],
    kinks: [],
    saturation: { low: -4.605, high: undefined },
  })
  expect(elu.exact).toBe(true)
  expect(elu.kernelOf(0)).toBe('elu')
})
