import { expect, it } from 'vitest'
import { convert } from './convert.js'
import { reference } from './reference/reference.js'
import { zeros } from './zeros.js'

it('is scale · bytes, column after column, with scale in the element type', () => {
  const X = zeros(2, 2)
  expect(convert(Uint8Array.of(0, 7, 255, 1, 99), 0.1, X)).toBe(X)
  const tenth = Math.fround(0.1)
  expect([...X.data]).toEqual([0, Math.fround(7 * tenth), Math.fround(255 * tenth), tenth])
  expect(convert(Uint8Array.of(7), 0.1, zeros(1, 1, { dtype: 'float64' })).get(0, 0)).toBe(7 * 0.1)
})

it('is the backend\'s where the bytes lie in its memory, and a loop where they lie elsewhere', () => {
  const calls: unknown[][] = []
  const backend = { ...reference, convert: (...all: unknown[]) => void calls.push(all) }
  const X = zeros(2, 1, { backend })
  convert(new Uint8Array(X.buffer.buffer, 4, 2), 0.5, X)
  expect(calls.map(([from, scale, to]) => [from, scale, to === X])).toEqual([[4, 0.5, true]])
  convert(Uint8Array.of(2, 4), 0.5, X)
  expect([...X.data]).toEqual([1, 2])
  expect(calls).toHaveLength(1)
})

it('refuses fewer bytes than X has entries', () => {
  expect(() => convert(new Uint8Array(5), 1, zeros(2, 3))).toThrow(
    expect.objectContaining({ code: 'ShapeError', operation: 'convert', shapes: ['5 bytes', '2 × 3'], got: '5' }),
  )
})
