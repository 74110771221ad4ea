import { expect, it } from 'vitest'
import fc from 'fast-check'
import { folds, partition } from './partition.js'

const rows = Array.from({ length: 50 }, (_, i) => i)
const labels = rows.map((i) => (i % 5 === 0 ? 'rare' : 'common'))

it('deals every row to one part, whatever the shares', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 200 }), fc.double({ min: 0, max: 0.45, noNaN: true }), fc.double({ min: 0, max: 0.45, noNaN: true }), fc.integer(), (size, test, validation, seed) => {
      const all = Array.from({ length: size }, (_, i) => i)
      const parts = partition(all, undefined, { test, validation }, seed)
      expect([...parts.training, ...parts.validation, ...parts.test].sort((p, q) => p - q)).toEqual(all)
      expect(Math.abs(parts.validation.length - validation * size)).toBeLessThanOrEqual(1.5)
    }),
  )
})

it('gives each part its share of each class, and keeps rows for testing apart', () => {
  const { training, validation, test } = partition(rows, labels, { test: 0.2, validation: 0.2 }, 1)
  expect([training, validation, test].map((part) => [part.length, part.filter((i) => labels[i] === 'rare').length])).toEqual([[30, 6], [10, 2], [10, 2]])
  const own = partition(rows, labels, { test: 0.2, validation: 0.2 }, 1, 40)
  expect(own.test).toEqual(rows.slice(40))
  expect([own.training.length, own.validation.length]).toEqual([30, 10])
})

it('holds each row out in one fold', () => {
  const all = folds(rows, labels, 5, 0, 1)
  expect(all.flatMap(({ test }) => test).sort((p, q) => p - q)).toEqual(rows)
  for (const { training, test } of all) expect([...training, ...test].sort((p, q) => p - q)).toEqual(rows)
  expect(folds(rows, labels, 5, 0.1, 1).map(({ training, validation, test }) => [training.length, validation.length, test.length])).toEqual(Array(5).fill([35, 5, 10]))
})
