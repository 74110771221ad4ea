import { cos, sin } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { cis } from './cis.js'

it('is cos and sin to 10⁻¹³ for |y| ≤ 4', () => {
  for (let y = -4; y <= 4; y += 1 / 64) {
    const [re, im] = cis(y)
    expect(Math.abs(re - cos(y)), `cos ${y}`).toBeLessThanOrEqual(1e-13)
    expect(Math.abs(im - sin(y)), `sin ${y}`).toBeLessThanOrEqual(1e-13)
  }
})

it('keeps the digits of sin y for y as small as a complex step', () => {
  for (const y of [1, 0.1, 1e-8, 1e-100, -1e-300]) expect(Math.abs(cis(y)[1] - sin(y))).toBeLessThanOrEqual(4 * 2 ** -53 * Math.abs(sin(y)))
})
