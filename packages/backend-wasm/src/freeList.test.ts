import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FreeList } from './freeList.js'

it('gives pieces that do not overlap, says which of their bytes were in use, and has all of it again at the end', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 900 }), drop: fc.nat() }), { maxLength: 80 }), (steps) => {
      const list = new FreeList(64, 64 + 20 * 64)
      const taken: { start: number; bytes: number }[] = []
      let touched = 64
      for (const { bytes, drop } of steps) {
        const piece = list.take(bytes)
        if (piece) {
          const end = piece.start + Math.max(64, Math.ceil(bytes / 64) * 64)
          expect(piece.start % 64).toBe(0)
          expect(piece.used).toBe(Math.max(piece.start, Math.min(touched, end)))
          for (const other of taken) {
            expect(other.start >= end || other.start + Math.max(1, other.bytes) <= piece.start).toBe(true)
          }
          touched = Math.max(touched, end)
          taken.push({ start: piece.start, bytes })
        } else expect(list.free).toBeLessThan(20 * 64)
        if (drop % 3 === 0 && taken.length > 0) {
          const [gone] = taken.splice(drop % taken.length, 1)
          if (gone) list.give(gone.start, gone.bytes)
        }
      }
      for (const { start, bytes } of taken) list.give(start, bytes)
      expect(list.free).toBe(20 * 64)
      expect(list.take(20 * 64)?.start).toBe(64)
    }),
  )
})

it('takes the first piece that is large enough', () => {
  const list = new FreeList(0, 640)
  const first = list.take(64)
  list.take(64)
  list.give(first?.start ?? -1, 64)
  expect(list.take(128)?.start).toBe(128)
  expect(list.take(1)?.start).toBe(0)
})
