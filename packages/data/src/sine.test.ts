import { expect, it } from 'vitest'
import { sine } from './sine.js'

it('goes from −π to π in equal steps', () => {
  const { size, inputs, targets } = sine({ size: 5 })
  expect(size).toBe(5)
  expect(inputs.data).toEqual(Float64Array.of(-Math.PI, -Math.PI / 2, 0, Math.PI / 2, Math.PI))
  for (const [i, x] of inputs.data.entries()) expect(targets.data[i]).toBeCloseTo(Math.sin(x), 14)
})

it('is blurred by the noise, the same for the same seed', () => {
  expect(sine({ noise: 0.1 })).toEqual(sine({ size: 100, noise: 0.1, seed: 1 }))
  expect(sine({ noise: 0.1, seed: 2 })).not.toEqual(sine({ noise: 0.1 }))
  const { inputs, targets } = sine({ size: 1000, noise: 0.1 })
  let squares = 0
  for (const [i, x] of inputs.data.entries()) squares += ((targets.data[i] ?? NaN) - Math.sin(x)) ** 2
  // The standard error of a standard deviation of 0.1 from 1000 draws is 0.0022: five of them.
  expect(Math.abs(Math.sqrt(squares / 1000) - 0.1)).toBeLessThan(0.011)
})

it.each([
  ['size', { size: 1 }],
  ['noise', { noise: -0.1 }],
  ['seed', { seed: 1.5 }],
])('refuses %s of %j', (option, options) => {
  expect(() => sine(options)).toThrow(expect.objectContaining({ code: 'OptionError', option }))
})
