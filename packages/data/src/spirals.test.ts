import { expect, it } from 'vitest'
import { spirals } from './spirals.js'

it('lies on its arms, one class each, from the centre to radius 1', () => {
  const { size, inputs, targets, labels } = spirals({ size: 12, classes: 3, turns: 0.5, noise: 0 })
  for (let i = 0; i < size; i++) {
    const [x = NaN, y = NaN] = inputs.data.subarray(2 * i, 2 * i + 2)
    const r = Math.hypot(x, y)
    const angle = 2 * Math.PI * (0.5 * r + (i % 3) / 3)
    expect(r).toBeCloseTo((Math.floor(i / 3) + 1) / 4, 12)
    expect(x).toBeCloseTo(r * Math.cos(angle), 12)
    expect(y).toBeCloseTo(r * Math.sin(angle), 12)
    expect(labels[i]).toBe(i % 3)
    expect(targets.data[(i % 3) + 3 * i]).toBe(1)
  }
})

it('is the same for the same seed', () => {
  expect(spirals()).toEqual(spirals({ size: 300, classes: 3, turns: 1, noise: 0.02, seed: 1 }))
  expect(spirals({ seed: 2 })).not.toEqual(spirals())
})

it.each([
  ['size', { size: 2 }],
  ['size', { size: 2.5, classes: 2 }],
  ['classes', { classes: 1 }],
  ['classes', { classes: 257 }],
  ['turns', { turns: NaN }],
  ['noise', { noise: -1 }],
  ['seed', { seed: 0.5 }],
])('refuses %s of %j', (option, options) => {
  expect(() => spirals(options)).toThrow(expect.objectContaining({ code: 'OptionError', option }))
})
