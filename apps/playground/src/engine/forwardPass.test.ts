import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forwardPass } from './forwardPass.js'

it('gives a known net its known numbers', () => {
  const changes = new Map([['w:2:1:1', 2], ['w:2:1:2', -1], ['b:2:1', 0.5]])
  const quantities = forwardPass({ sizes: [2, 1], seed: 1, activation: 'sigmoid', x: [1, 3], changes })
  expect(quantities.get('z:2:1')).toBe(-0.5)
  // 1/(1 + e^½), to the last digit of a double but one.
  expect(quantities.get('a:2:1')).toBeCloseTo(0.3775406687981454, 15)
  expect(quantities.size).toBe(2 + 2 + 1 + 1 + 1)
})

it('(23) holds at every neuron of any net: z is the sum of weights times activations, plus the bias', () => {
  const size = fc.integer({ min: 1, max: 8 })
  fc.assert(
    fc.property(fc.array(size, { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 99 }), (sizes, seed) => {
      const at = forwardPass({ sizes, seed, activation: 'tanh', x: Array.from({ length: sizes[0]! }, (_, k) => k - 2), changes: new Map() })
      for (let l = 2; l <= sizes.length; l++) {
        for (let j = 1; j <= sizes[l - 1]!; j++) {
          let z = at.get(`b:${l}:${j}`)!
          for (let k = 1; k <= sizes[l - 2]!; k++) z += at.get(`w:${l}:${j}:${k}`)! * at.get(`a:${l - 1}:${k}`)!
          expect(at.get(`z:${l}:${j}`)).toBeCloseTo(z, 12)
          expect(at.get(`a:${l}:${j}`)).toBeCloseTo(Math.tanh(z), 12)
        }
      }
    }),
    { numRuns: 200 },
  )
})

it('a change of one weight moves only what it reaches', () => {
  const input = { sizes: [3, 4, 2], seed: 1, activation: 'sigmoid', x: [0.9, -0.4, 0.6] } as const
  const before = forwardPass({ ...input, changes: new Map() })
  const after = forwardPass({ ...input, changes: new Map([['w:2:1:3', 5]]) })
  const moved = [...after].filter(([address, value]) => value !== before.get(address)).map(([address]) => address)
  expect(moved.sort()).toEqual(['a:2:1', 'a:3:1', 'a:3:2', 'w:2:1:3', 'z:2:1', 'z:3:1', 'z:3:2'])
})
