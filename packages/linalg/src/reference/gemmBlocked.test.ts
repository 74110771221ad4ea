import { expect, it } from 'vitest'
import fc from 'fast-check'
import type { Block } from '../backend.js'
import { random } from '../random.js'
import { gemm } from './gemm.js'
import { gemmBlocked } from './gemmBlocked.js'

const size = fc.integer({ min: 0, max: 13 })

it('is the three loops: no difference on small whole numbers, for all sizes, transposes, strides and factors', () => {
  fc.assert(
    fc.property(size, size, size, fc.boolean(), fc.boolean(), fc.constantFrom(0, 1, -1, 2), fc.constantFrom(0, 1, -1, 2), fc.nat(), (m, n, k, tA, tB, alpha, beta, seed) => {
      const draws = random(seed)
      const block = (rows: number, cols: number): Block => {
        const stride = rows + draws.integer(3)
        return { buffer: Float32Array.from({ length: 2 + stride * cols }, () => draws.integer(9) - 4), offset: 2, rows, cols, stride }
      }
      const a = tA ? block(k, m) : block(m, k)
      const b = tB ? block(n, k) : block(k, n)
      const c = block(m, n)
      const expected = { ...c, buffer: c.buffer.slice() }
      gemm(tA, tB, alpha, a, b, beta, expected)
      gemmBlocked(tA, tB, alpha, a, b, beta, c)
      expect(c.buffer).toEqual(expected.buffer)
    }),
    { numRuns: 400 },
  )
})

it('sums in float64 whatever the element type', () => {
  const row = { buffer: Float32Array.of(1, 2 ** -24, 2 ** -24), offset: 0, rows: 1, cols: 3, stride: 1 }
  const ones = { buffer: Float32Array.of(1, 1, 1), offset: 0, rows: 3, cols: 1, stride: 3 }
  const c = { buffer: new Float32Array(1), offset: 0, rows: 1, cols: 1, stride: 1 }
  gemmBlocked(false, false, 1, row, ones, 0, c)
  expect(c.buffer[0]).toBe(1 + 2 ** -23)
})
