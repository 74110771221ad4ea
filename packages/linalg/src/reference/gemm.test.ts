import { expect, it } from 'vitest'
import type { Block } from '../backend.js'
import { gemm } from './gemm.js'

/** A block that does not begin at the first number, in a taller matrix; 99 where it must not reach. */
function block(lines: readonly (readonly number[])[]): Block {
  const [rows, cols] = [lines.length, lines[0].length]
  const stride = rows + 1
  const buffer = new Float64Array(2 + stride * (cols + 1)).fill(99)
  lines.forEach((line, j) => line.forEach((x, i) => (buffer[2 + j + i * stride] = x)))
  return { buffer, offset: 2, rows, cols, stride }
}

const A = [[1, 2, 3], [4, 5, 6]]
const AT = [[1, 4], [2, 5], [3, 6]]
const B = [[1, 0, 2, -1], [0, 3, 1, 1], [5, 1, 0, 2]]
const BT = [[1, 0, 5], [0, 3, 1], [2, 1, 0], [-1, 1, 2]]
const AB = [[16, 9, 4, 7], [34, 21, 13, 13]]

it.each([
  [false, false, A, B],
  [true, false, AT, B],
  [false, true, A, BT],
  [true, true, AT, BT],
])('is C = α op(A) op(B) + β C, on its own block alone (transposes: %s, %s)', (transposeA, transposeB, a, b) => {
  const c = block(AB.map((line) => line.map(() => NaN)))
  gemm(transposeA, transposeB, 1, block(a), block(b), 0, c)
  expect(c.buffer).toEqual(block(AB).buffer)
  gemm(transposeA, transposeB, 2, block(a), block(b), -1, c)
  expect(c.buffer).toEqual(block(AB).buffer)
  gemm(transposeA, transposeB, 3, block(a), block(b), 0, c)
  expect(c.buffer).toEqual(block(AB.map((line) => line.map((x) => 3 * x))).buffer)
  gemm(transposeA, transposeB, -1, block(a), block(b), 1, c)
  expect(c.buffer).toEqual(block(AB.map((line) => line.map((x) => 2 * x))).buffer)
})
