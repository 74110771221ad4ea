import type { Backend, Block } from '@nablajs/linalg'
import type { Memories } from './memories.js'
import { together } from './together.js'

/** What works column by column. */
export type Columnwise = Required<Pick<Backend, 'addColumn' | 'rowSums' | 'convert'>>

/**
 * Sums by column and row, and bytes that become floats.
 *
 * Shapes: as in the `Backend` contract.
 */
export function columnwise({ alloc, of }: Memories): Columnwise {
  function addColumn(b: Block, z: Block): void {
    if (b.buffer !== z.buffer) {
      together(alloc, [b, z], ([b, z]) => addColumn(b, z))
      return
    }
    const { operations } = of(z.buffer)
    const { rows: n, cols: m, stride: ldz } = z
    if (z.buffer.BYTES_PER_ELEMENT === 4) operations.addColumn_f32(n, m, b.offset << 2, z.offset << 2, ldz)
    else operations.addColumn_f64(n, m, b.offset << 3, z.offset << 3, ldz)
  }

  function rowSums(scale: number, a: Block, out: Block): void {
    if (a.buffer !== out.buffer) {
      rowSumsTogether(scale, a, out)
      return
    }
    const { operations } = of(out.buffer)
    const { rows: n, cols: m, stride: lda } = a
    if (out.buffer.BYTES_PER_ELEMENT === 4) operations.rowSums_f32(n, m, scale, a.offset << 2, lda, out.offset << 2)
    else operations.rowSums_f64(n, m, scale, a.offset << 3, lda, out.offset << 3)
  }

  function rowSumsTogether(scale: number, a: Block, out: Block): void {
    together(alloc, [a, out], ([a, out]) => rowSums(scale, a, out))
  }

  function convert(from: number, scale: number, { buffer, offset, rows, cols }: Block): void {
    const { operations } = of(buffer)
    if (buffer.BYTES_PER_ELEMENT === 4) operations.convert_f32(rows * cols, scale, from, offset << 2)
    else operations.convert_f64(rows * cols, scale, from, offset << 3)
  }

  return { addColumn, rowSums, convert }
}
