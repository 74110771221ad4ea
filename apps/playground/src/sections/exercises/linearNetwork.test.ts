import { checkActivation } from '@nablajs/activations/conformance'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { activations } from '../../engine/names.js'
import { initialState } from '../../state/hash.js'
import { blend, linearNetwork } from './linearNetwork.js'

it('at t = 1 any network is one matrix, the product of its weights, and BP2 has no σ′', () => {
  const size = fc.integer({ min: 1, max: 6 })
  fc.assert(
    fc.property(fc.array(size, { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 999 }), (sizes, seed) => {
      const input = { ...initialState, sizes, seed, x: Array<number>(sizes[0] ?? 1).fill(0.7), y: Array<number>(sizes.at(-1) ?? 1).fill(0) }
      const { effect, product, difference, errorGaps } = linearNetwork(input, 1)
      const scale = Math.max(1, ...product.flat().map(Math.abs))
      expect([effect.length, effect[0]!.length]).toEqual([sizes.at(-1), sizes[0]])
      expect(difference / scale).toBeLessThan(1e-10)
      expect(errorGaps.map(({ gap }) => gap)).toEqual(sizes.slice(2).map(() => 0))
    }),
    { numRuns: 100 },
  )
})

it('at t = 0 it is the reader\'s network, and neither holds', () => {
  const { difference, errorGaps } = linearNetwork(initialState, 0)
  expect(difference).toBeGreaterThan(0.1)
  expect(errorGaps).toHaveLength(1)
  expect(errorGaps[0]!.gap).toBeGreaterThan(0.001)
})

it.each([0, 0.3, 1])('the mix keeps the contract of activations: t = %d', (share) => {
  expect(checkActivation(blend(activations.sigmoid, share)).findings).toEqual([])
})
