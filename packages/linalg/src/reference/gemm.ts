import type { Block } from '../backend.js'

/**
 * The product as three loops, C = alpha · op(A) op(B) + beta · C: the specification of every other one.
 *
 * Shapes: op(A): m × k, op(B): k × n, C: m × n, not read where beta is 0, must not overlap A or B.
 */
export function gemm(
  transposeA: boolean,
  transposeB: boolean,
  alpha: number,
  a: Block,
  b: Block,
  beta: number,
  c: Block,
): void {
  const inner = transposeA ? a.rows : a.cols
  const entry = (block: Block, j: number, i: number) => block.buffer[block.offset + j + i * block.stride]
  for (let i = 0; i < c.cols; i++) {
    for (let j = 0; j < c.rows; j++) {
      let sum = 0
      for (let p = 0; p < inner; p++) {
        sum += (transposeA ? entry(a, p, j) : entry(a, j, p)) * (transposeB ? entry(b, i, p) : entry(b, p, i))
      }
      const at = c.offset + j + i * c.stride
      c.buffer[at] = beta === 0 ? alpha * sum : alpha * sum + beta * c.buffer[at]
    }
  }
}
