import { expect, it } from 'vitest'
import fc from 'fast-check'
import { random } from './random.js'
import { inOrder, shuffle } from './shuffle.js'

it('is a permutation, whatever the length and the seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.nat(), (n, seed) => {
      const order = inOrder(n)
      shuffle(order, random(seed))
      expect([...order].sort((p, q) => p - q)).toEqual([...inOrder(n)])
    }),
  )
})

it('gives each of the six orders of three as often as the others', () => {
  const counts = new Map<string, number>()
  const draws = random(1)
  for (let i = 0; i < 12000; i++) {
    const order = inOrder(3)
    shuffle(order, draws)
    counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(4 * Math.sqrt(2000 * (5 / 6)))
})

it('gives the same order for the same seed in every engine', () => {
  const order = inOrder(8)
  shuffle(order, random(1))
  expect([...order]).toMatchInlineSnapshot(`
    [
      3,
      5,
      2,
      1,
      4,
      0,
      7,
      6,
    ]
  `)
})
