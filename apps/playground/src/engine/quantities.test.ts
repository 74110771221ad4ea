import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quantitiesOf } from './quantities.js'

it('gives a known net its known numbers', () => {
  const changes = new Map([['w:2:1:1', 2], ['w:2:1:2', -1], ['b:2:1', 0.5]])
  const quantities = quantitiesOf({ sizes: [2, 1], seed: 1, activation: 'sigmoid', x: [1, 3], y: [1], netCost: 'quadratic', changes })
  expect(quantities.get('z:2:1')).toBe(-0.5)
  // 1/(1 + e^½), to the last digit of a double but one.
  expect(quantities.get('a:2:1')).toBeCloseTo(0.3775406687981454, 15)
  expect(quantities.size).toBe(2 + 2 + 1 + 1 + 1 + 1 + 1 + 2 + 1)
})

it('(23) holds at every neuron of any net: z is the sum of weights times activations, plus the bias', () => {
  const size = fc.integer({ min: 1, max: 8 })
  fc.assert(
    fc.property(fc.array(size, { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 99 }), (sizes, seed) => {
      const at = quantitiesOf({ sizes, seed, activation: 'tanh', x: Array.from({ length: sizes[0]! }, (_, k) => k - 2), y: Array.from({ length: sizes.at(-1)! }, () => 0.5), netCost: 'quadratic', changes: new Map() })
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
  const input = { sizes: [3, 4, 2], seed: 1, activation: 'sigmoid', x: [0.9, -0.4, 0.6], y: [1, 0], netCost: 'quadratic' } as const
  const before = quantitiesOf({ ...input, changes: new Map() })
  const after = quantitiesOf({ ...input, changes: new Map([['w:2:1:3', 5]]) })
  const moved = [...after].filter(([address, value]) => value !== before.get(address)).map(([address]) => address).filter((address) => /^[wbza]:/.test(address))
  expect(moved.sort()).toEqual(['a:2:1', 'a:3:1', 'a:3:2', 'w:2:1:3', 'z:2:1', 'z:3:1', 'z:3:2'])
})

it('a small step against the gradient lowers the cost by its length squared: BP1 to BP4, through another door', () => {
  const input = { sizes: [3, 4, 2], seed: 208, activation: 'sigmoid', x: [0.9, -0.4, 0.6], y: [1, 0], netCost: 'crossEntropy' } as const
  const costOf = (at: ReadonlyMap<string, number>) => [1, 2].reduce((sum, j) => sum - Math.log(j === 1 ? at.get('a:3:1')! : 1 - at.get('a:3:2')!), 0)
  const before = quantitiesOf({ ...input, changes: new Map() })
  const gradient = [...before].filter(([address]) => address.startsWith('nabla'))
  const eta = 1e-5
  const changes = new Map(gradient.map(([address, slope]) => {
    const parameter = address.replace('nablaW', 'w').replace('nablaB', 'b')
    return [parameter, before.get(parameter)! - eta * slope] as const
  }))
  const fall = costOf(before) - costOf(quantitiesOf({ ...input, changes }))
  expect(fall / eta / gradient.reduce((sum, [, slope]) => sum + slope * slope, 0)).toBeCloseTo(1, 4)
})
