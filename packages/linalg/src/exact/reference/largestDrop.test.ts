import { expect, it } from 'vitest'
import { largestDrop } from './largestDrop.js'

it('largestDrop sees a fall of one place among 2,000 neighbours, on both sides of 0', () => {
  const dented = (x: number): number => (x === 3 || x === -3 ? x - 4 * Number.EPSILON : x)
  expect(largestDrop(dented, 3)).toBe(1)
  expect(largestDrop(dented, -3)).toBe(1)
  expect(largestDrop((x) => x, 3)).toBe(0)
  expect(largestDrop((x) => -x, -1)).toBe(1)
})
