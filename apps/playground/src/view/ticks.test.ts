import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ticks } from './ticks.js'

it.each([
  [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [-4, 4, 4, [-4, -2, 0, 2, 4]],
  [-0.013, 0.021, 3, [0, 0.02]],
  [1, 1, 5, []],
])('from %d to %d, about %d', (least, most, count, expected) => expect(ticks(least, most, count)).toEqual(expected))

it('stay within and are few, whatever the range', () => {
  const range = fc.tuple(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.integer({ min: 2, max: 8 }))
  fc.assert(
    fc.property(range, ([least, width, count]) => {
      const found = ticks(least, least + width, count)
      const slack = 1e-9 * (Math.abs(least) + width)
      expect(found.length).toBeLessThanOrEqual(count + 1)
      for (const tick of found) expect(tick >= least - slack && tick <= least + width + slack).toBe(true)
    }),
  )
})
