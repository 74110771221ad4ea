import fc from 'fast-check'
import type { Block } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { requireInside, requireProduct } from './requireOperand.js'

const buffer = new Float32Array(100)
const block = (rows: number, cols: number, stride = rows, offset = 0, memory: Block['buffer'] = buffer): Block => ({ buffer: memory, offset, rows, cols, stride })

it('lets a block pass just where every number of it lies in the memory and no column in another', () => {
  const size = fc.integer({ min: -1, max: 12 })
  fc.assert(
    fc.property(size, size, size, fc.integer({ min: -1, max: 101 }), (rows, cols, stride, offset) => {
      const places: number[] = []
      for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) places.push(offset + j + i * stride)
      const counts = rows >= 0 && cols >= 0 && stride >= 0 && offset >= 0 && offset <= 100
      const inside = places.every((at) => at >= 0 && at < 100)
      const apart = cols <= 1 || stride >= rows
      // Where no number is, the columns of none may still lie outside.
      fc.pre(places.length > 0 || rows < 0 || cols < 0)
      const check = () => requireInside('gemm', block(rows, cols, stride, offset))
      if (counts && inside && apart) expect(check).not.toThrow()
      else expect(check).toThrow(expect.objectContaining({ code: 'ShapeError', operation: 'gemm' }))
    }),
    { numRuns: 2000 },
  )
})

it.each([
  ['a fraction', block(1.5, 2)],
  ['NaN', block(2, NaN)],
  ['a size past 2³¹', block(2, 2, 2 ** 31 + 2)],
  ['a detached memory', block(2, 2, 2, 0, new Float32Array(0))],
  ['columns far behind the end', block(0, 2 ** 30, 2 ** 30)],
])('refuses %s', (_name, wrong) => {
  expect(() => requireInside('gemm', wrong)).toThrow(expect.objectContaining({ code: 'ShapeError' }))
})

it('lets empty blocks pass, and a column with any stride', () => {
  for (const empty of [block(0, 0), block(5, 0), block(0, 5), block(3, 1, 0)]) expect(() => requireInside('gemm', empty)).not.toThrow()
})

it('names the side on which a product does not fit', () => {
  const side = (transposeA: boolean, transposeB: boolean, a: Block, b: Block, c: Block) => {
    try {
      requireProduct('gemm', transposeA, transposeB, a, b, c)
      return 'fits'
    } catch (error) {
      return (error as { side: string }).side
    }
  }
  expect(side(false, false, block(2, 3), block(3, 4), block(2, 4))).toBe('fits')
  expect(side(true, true, block(3, 2), block(4, 3), block(2, 4))).toBe('fits')
  expect(side(false, false, block(2, 3), block(2, 4), block(2, 4))).toBe('inner')
  expect(side(false, true, block(2, 3), block(3, 4), block(2, 4))).toBe('inner')
  expect(side(false, false, block(2, 3), block(3, 4), block(4, 2))).toBe('rows')
  expect(side(false, false, block(2, 3), block(3, 4), block(2, 5))).toBe('rows')
  const doubles = new Float64Array(100)
  expect(side(false, false, block(2, 3), block(3, 4, 3, 0, doubles), block(2, 4))).toBe('dtype')
  expect(side(false, false, block(2, 3, 2, 0, doubles), block(3, 4), block(2, 4))).toBe('dtype')
})
