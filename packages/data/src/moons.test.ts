import { expect, it } from 'vitest'
import { moons } from './moons.js'

it('lies on two half circles of radius 1, one around (0, 0) above, one around (1, ½) below', () => {
  const { size, inputs, targets, labels } = moons({ size: 10, noise: 0 })
  for (let i = 0; i < size; i++) {
    const [x = NaN, y = NaN] = inputs.data.subarray(2 * i, 2 * i + 2)
    expect(targets.data[i]).toBe(i % 2)
    if (i % 2 === 0) expect(Math.hypot(x, y)).toBeCloseTo(1, 12)
    else expect(Math.hypot(x - 1, y - 0.5)).toBeCloseTo(1, 12)
    expect(i % 2 === 0 ? y : 0.5 - y).toBeGreaterThanOrEqual(-1e-12)
  }
  expect([inputs.data[0], inputs.data[16], labels[3]]).toEqual([1, -1, 1])
})

it('is the same for the same seed', () => {
  expect(moons()).toEqual(moons({ size: 200, noise: 0.1, seed: 1 }))
  expect(moons({ seed: 2 })).not.toEqual(moons())
})

it.each([
  ['size', { size: 3 }],
  ['noise', { noise: Infinity }],
  ['seed', { seed: NaN }],
])('refuses %s of %j', (option, options) => {
  expect(() => moons(options)).toThrow(expect.objectContaining({ code: 'OptionError', option }))
})
