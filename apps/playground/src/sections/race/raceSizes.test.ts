import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limits } from '../../state/state.js'
import { raceSizes } from './raceSizes.js'

it('a network has about as many weights and biases as were asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: limits.raceParameters[0], max: limits.raceParameters[1] }), (asked) => {
      const { sizes: [n = 0], parameters } = raceSizes(asked)
      expect(parameters).toBe(n * n + n + 10 * n + 10)
      expect(Math.abs(parameters / asked - 1)).toBeLessThan(0.05)
    }),
  )
})
