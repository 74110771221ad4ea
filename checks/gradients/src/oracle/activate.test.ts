import { expect, it } from 'vitest'
import { activate } from './activate.js'
import { at } from './at.js'
import { ELEMENTWISE } from './problem.js'
import { readHighPrecision } from './readHighPrecision.js'

const { activations } = readHighPrecision()

/** Math.exp, expm1 and log1p are good to about an ulp, and each formula takes a few of them and a few roundings. */
const ROUNDINGS = 12 * Number.EPSILON

/** The step off the real axis. */
const H = 2 ** -200

it.each(ELEMENTWISE)('%s and its slope agree with 17 digits by mpmath, in the middle and in both tails', (name) => {
  for (const { z, f, fPrime } of activations[name]) {
    const { re, im } = at(activate({ activation: name, own: new Map() }, [{ re: z, im: H }]), 0)
    expect(Math.abs(re - f), `${name}(${z}) = ${re}`).toBeLessThanOrEqual(ROUNDINGS * Math.abs(f))
    // gelu′ = Φ(z) + zφ(z) crosses 0 at −0.75, where its two terms, of size Φ = f/z, cancel.
    const size = Math.max(Math.abs(fPrime), Math.abs(f / z))
    expect(Math.abs(im / H - fPrime), `${name}′(${z}) = ${im / H}`).toBeLessThanOrEqual(ROUNDINGS * size)
  }
})

it('softmax of equal inputs is uniform, and its slope is ¼ − ¹⁄₁₆ on the diagonal and −¹⁄₁₆ off it', () => {
  const a = activate({ activation: 'softmax', own: new Map() }, [5, 5, 5, 5].map((re, j) => ({ re, im: j === 1 ? H : 0 })))
  expect(a).toEqual([-1, 3, -1, -1].map((sixteenths) => ({ re: 0.25, im: (H * sixteenths) / 16 })))
})

it('a modified neuron has its own σ, its neighbours keep theirs', () => {
  const a = activate({ activation: 'linear', own: new Map([[1, 'relu']]) }, [-2, -2, -2].map((re) => ({ re, im: H })))
  expect(a.map(({ re }) => re)).toEqual([-2, 0, -2])
  expect(a.map(({ im }) => im / H)).toEqual([1, 0, 1])
})
