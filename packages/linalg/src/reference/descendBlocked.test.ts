import { expect, it } from 'vitest'
import type { Block, Floats } from '../backend.js'
import { descendBlocked } from './descendBlocked.js'

it('descends by the rounded gradient', () => {
  const column = (x: number): Block => ({ buffer: Float32Array.of(x), offset: 0, rows: 1, cols: 1, stride: 1 })
  const w = column(0)
  descendBlocked({ buffer: Float64Array.of(0, 1), offset: 1 }, 1 / 3, column(1), column(1), w)
  expect(w.buffer[0]).toBe(-Math.fround(1 / 3))
})

it('rounds eta and its product with the gradient to float32, and nothing in float64', () => {
  const column = (buffer: Floats): Block => ({ buffer, offset: 0, rows: 1, cols: 1, stride: 1 })
  const eta = { buffer: Float64Array.of(0.1), offset: 0 }
  const w = column(Float32Array.of(1))
  descendBlocked(eta, 1, column(Float32Array.of(1 / 3)), column(Float32Array.of(1)), w)
  expect(w.buffer[0]).toBe(Math.fround(1 - Math.fround(Math.fround(0.1) * Math.fround(1 / 3))))
  const exact = column(Float64Array.of(1))
  descendBlocked(eta, 1, column(Float64Array.of(1 / 3)), column(Float64Array.of(1)), exact)
  expect(exact.buffer[0]).toBe(1 - 0.1 * (1 / 3))
})

it('updates a block of a taller matrix and leaves the rows beneath it alone', () => {
  const block = (numbers: number[], rows: number, cols: number, stride: number, offset = 0): Block => ({ buffer: Float64Array.from(numbers), offset, rows, cols, stride })
  const w = block([9, 1, 2, 7, 3, 4, 8], 2, 2, 3, 1)
  descendBlocked({ buffer: Float64Array.of(0.5), offset: 0 }, 1, block([2, 4], 2, 1, 2), block([1, 10], 2, 1, 2), w)
  expect([...w.buffer]).toEqual([9, 0, 0, 7, -7, -16, 8])
})
