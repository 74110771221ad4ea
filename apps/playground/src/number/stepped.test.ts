import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stepped } from './stepped.js'

const tenths = { least: -5, most: 5, step: 0.1 }

it.each([
  [0.42, 1, 0.5],
  [0.42, -1, 0.4],
  [0.2, 1, 0.3],
  [0, 3, 0.3],
  [0.1, -1, 0],
  [4.95, 1, 5],
  [5, 10, 5],
  [-5, -1, -5],
])('%d and %d steps of a tenth give %d', (value, count, next) => expect(stepped(value, count, tenths)).toBe(next))

it('a step one way and a step back land on the same number of the grid', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 40 }), fc.constantFrom(0.01, 0.1, 1, 10), (n, step) => {
      const range = { least: -1e3, most: 1e3, step }
      const start = stepped(stepped(n * step, 1, range), -1, range)
      expect(stepped(stepped(start, 1, range), -1, range)).toBe(start)
      expect(stepped(stepped(start, -1, range), 1, range)).toBe(start)
    }),
  )
})
