import { expect, it } from 'vitest'
import fc from 'fast-check'
import { kFold, splitIndices } from './splitIndices.js'

it('deals every index to exactly one part, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 200 }), fc.integer(), fc.boolean(), (size, seed, stratified) => {
      const labels = Array.from({ length: size }, (_, i) => i % 3)
      const options = { seed, ...(stratified && { labels }) }
      const parts = splitIndices(size, [0.5, 0.3, 0.2], options)
      expect(parts.flatMap((part) => Array.from(part)).sort((p, q) => p - q)).toEqual(Array.from({ length: size }, (_, i) => i))
      expect(splitIndices(size, [0.5, 0.3, 0.2], options)).toEqual(parts)
    }),
  )
})

it('gives every part about the share of each class that the whole has', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 }), fc.nat(), (counts, seed) => {
      const labels = counts.flatMap((count, k) => new Array<number>(count).fill(k))
      fc.pre(labels.length >= 5)
      const [train = new Uint32Array(), test = new Uint32Array()] = splitIndices(labels.length, [0.7, 0.3], { seed, labels })
      counts.forEach((count, k) => {
        const held = Array.from(test).filter((i) => labels[i] === k).length
        expect(Math.abs(held - 0.3 * count)).toBeLessThanOrEqual(1.5)
      })
      expect(train.length + test.length).toBe(labels.length)
    }),
  )
})

it('holds every sample out once', () => {
  const folds = kFold(23, 5, { labels: Array.from({ length: 23 }, (_, i) => i % 2) })
  expect(folds.map(({ test }) => test.length).sort()).toEqual([4, 4, 5, 5, 5])
  expect(folds.flatMap(({ test }) => Array.from(test)).sort((p, q) => p - q)).toEqual(Array.from({ length: 23 }, (_, i) => i))
  for (const { train, test } of folds) expect(new Set([...train, ...test]).size).toBe(23)
})

it('refuses what cannot be', () => {
  expect(() => kFold(5, 1)).toThrow('a whole number in 2 … 5')
  expect(() => kFold(5, 6)).toThrow('got 6')
  expect(() => splitIndices(5, [0.5, 0.5], { labels: [1] })).toThrow('expected 5, one for each sample, got 1')
  expect(() => splitIndices(5, [0.5, 0.5], { seed: 0.5 })).toThrow('a whole number')
})
