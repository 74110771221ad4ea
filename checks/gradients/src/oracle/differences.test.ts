import { expect, it } from 'vitest'
import { differences, type RealProblem } from './differences.js'

const one = (sigma: (z: number) => number): RealProblem => ({
  layers: [{ w: [[0.7]], b: [0.2], sigma: [sigma] }],
  value: (a) => a[0]!,
  inputs: [[1.5], [-0.5]],
  targets: [[0], [0]],
})

it.each([
  ['sin', Math.sin, Math.cos],
  ['exp', Math.exp, Math.exp],
  ['atan', Math.atan, (z: number) => 1 / (1 + z * z)],
] as const)('%s: the known derivative, within the stated bound', (_, sigma, slope) => {
  const [layer] = differences(one(sigma))
  const [z0, z1] = [0.7 * 1.5 + 0.2, 0.7 * -0.5 + 0.2]
  const w = layer!.w[0]![0]!
  const b = layer!.b[0]!
  expect(Math.abs(b.derivative - (slope(z0) + slope(z1)) / 2)).toBeLessThanOrEqual(b.bound)
  expect(Math.abs(w.derivative - (1.5 * slope(z0) - 0.5 * slope(z1)) / 2)).toBeLessThanOrEqual(w.bound)
  expect(Math.max(w.bound, b.bound)).toBeLessThan(1e-11)
})

it('a polynomial of degree 6 leaves rounding alone', () => {
  const [layer] = differences(one((z) => z ** 6))
  expect(layer!.b[0]!.derivative / (3 * (1.25 ** 5 + (-0.15) ** 5))).toBeCloseTo(1, 12)
})

it('a kink within reach of every step shows as a large bound', () => {
  const [layer] = differences(one((z) => Math.abs(z - 1.254)))
  expect(layer!.b[0]!.bound).toBeGreaterThan(1e-3)
})
