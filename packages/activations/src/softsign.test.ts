import { ulpsBetween } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import values from './reference/values.json' with { type: 'json' }
import { softsign } from './softsign.js'

it('σ is within 1 ulp and σ′ within 1 ulp of values in 400 digits, down to the smallest normal number', () => {
  for (const [z, a, prime] of values.softsign.real) {
    expect(ulpsBetween(softsign.f(z), a), `σ(${z})`).toBeLessThanOrEqual(1)
    expect(ulpsBetween(softsign.fPrime(z, a), prime), `σ′(${z})`).toBeLessThanOrEqual(1)
  }
})

it('the complex form is within 2⁻⁵⁰ of values in 400 digits', () => {
  for (const [re, im, wantedRe, wantedIm] of values.softsign.complex) {
    const [gotRe, gotIm] = softsign.complex!(re, im)
    const error = Math.hypot(gotRe - wantedRe, gotIm - wantedIm)
    expect(error, `σ(${re} + ${im}i)`).toBeLessThanOrEqual(2 ** -50 * Math.hypot(wantedRe, wantedIm))
  }
})

it('is -1 at −∞ and 1 at ∞, where σ′ is 0 and 0, and NaN at NaN', () => {
  expect([-Infinity, Infinity, NaN].map(softsign.f)).toEqual([-1, 1, NaN])
  expect([-Infinity, Infinity, NaN].map((z) => softsign.fPrime(z, softsign.f(z)))).toEqual([0, 0, NaN])
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(softsign)).toEqual({
    name: 'softsign',
    findings: [],
    kinks: [],
    saturation: { low: -9, high: 9 },
  })
  expect(softsign.exact).toBe(true)
  expect(softsign.kernelOf(0)).toBe('softsign')
})
