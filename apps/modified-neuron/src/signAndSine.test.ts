import { expect, it } from 'vitest'
import { signAndSine } from './signAndSine.js'

it('asks for the sign and the sine of x', () => {
  const { size, inputs, targets } = signAndSine()
  expect([size, inputs.rows, targets.rows]).toEqual([40, 1, 2])
  for (let i = 0; i < size; i++) {
    const x = inputs.data[i] ?? NaN
    expect(targets.data[2 * i]).toBe(x > 0 ? 1 : 0)
    expect(targets.data[2 * i + 1]).toBeCloseTo(Math.sin(x), 12)
  }
})
