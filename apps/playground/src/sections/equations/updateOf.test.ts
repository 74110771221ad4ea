import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quantitiesOf } from '../../engine/quantities.js'
import { traceOf } from './traceOf.js'
import { updateOf } from './updateOf.js'

it('every weight and bias goes by η times its slope, and a small step lowers the cost', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }), fc.integer({ min: 0, max: 99 }), (sizes, seed) => {
      const input = {
        sizes, seed, activation: 'sigmoid', x: Array.from({ length: sizes[0] ?? 1 }, (_, k) => 1 - k), y: Array.from({ length: sizes.at(-1) ?? 1 }, () => 0.2), netCost: 'quadratic', changes: new Map<string, number>(),
      } as const
      const eta = 0.01
      const before = traceOf(input, eta)
      const [old, changes] = [quantitiesOf(input), updateOf(before)]
      expect(new Set(changes.keys())).toEqual(new Set([...old.keys()].filter((address) => /^[wb]:/.test(address))))
      for (const [address, value] of changes) expect(value).toBeCloseTo((old.get(address) ?? NaN) - eta * (old.get(address.replace(/^w/, 'nablaW').replace(/^b/, 'nablaB')) ?? NaN), 12)
      expect(traceOf({ ...input, changes }, eta).cost).toBeLessThan(before.cost)
    }),
  )
})
