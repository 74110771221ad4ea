import { ulpsBetween } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import { leakyRelu } from './leakyRelu.js'
import values from './reference/values.json' with { type: 'json' }

it('σ is within 0 ulp and σ′ within 0 ulp of values in 400 digits, down to the smallest normal number', () => {
  for (const [z, a, prime] of values.leakyRelu.real) {
    expect(ulpsBetween(leakyRelu.f(z), a), `σ(${z})`).toBeLessThanOrEqual(0)
    expect(ulpsBetween(leakyRelu.fPrime(z, a), prime), `σ′(${z})`).toBeLessThanOrEqual(0)
  }
})

it('the complex form is within 2⁻⁵⁰ of values in 400 digits', () => {
  for (const [re, im, wantedRe, wantedIm] of values.leakyRelu.complex) {
    const [gotRe, gotIm] = leakyRelu.complex!(re, im)
    const error = Math.hypot(gotRe - wantedRe, gotIm - wantedIm)
    expect(error, `σ(${re} + ${im}i)`).toBeLessThanOrEqual(2 ** -50 * Math.hypot(wantedRe, wantedIm))
  }
})

it('is -Infinity at −∞ and Infinity at ∞, where σ′ is 0.01 and 1, and NaN at NaN', () => {
  expect([-Infinity, Infinity, NaN].map(leakyRelu.f)).toEqual([-Infinity, Infinity, NaN])
  expect([-Infinity, Infinity, NaN].map((z) => leakyRelu.fPrime(z, leakyRelu.f(z)))).toEqual([0.01, 1, NaN])
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(leakyRelu)).toEqual({
    name: 'leakyRelu',
    findings: [],
    kinks: [0],
    saturation: { low: undefined, high: undefined },
  })
  expect(leakyRelu.exact).toBe(true)
  expect(leakyRelu.kernelOf(0)).toBe('leakyRelu')
})
