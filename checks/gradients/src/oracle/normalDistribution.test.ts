import { expect, it } from 'vitest'
import { normalDistribution } from './normalDistribution.js'

const H = 2 ** -200

it.each([
  [0, 0.5],
  // NIST's tables: Φ of 1, 2, 3 and their negatives.
  [1, 0.841344746068543],
  [-1, 0.158655253931457],
  [-2, 0.0227501319481792],
  [-3, 0.001349898031630094],
  [-10, 7.6198530241605e-24],
])('Φ(%d) = %d', (z, expected) => {
  expect(normalDistribution({ re: z, im: 0 }).re / expected).toBeCloseTo(1, 13)
})

it('series and continued fraction meet: Φ and its slope do not jump at ±1.5', () => {
  for (const z of [1.5, -1.5]) {
    const inside = normalDistribution({ re: z * (1 - 2 ** -52), im: H })
    const outside = normalDistribution({ re: z * (1 + 2 ** -52), im: H })
    expect(inside.re / outside.re).toBeCloseTo(1, 14)
    expect(inside.im / outside.im).toBeCloseTo(1, 14)
  }
})
