import type { Backend, Block, Floats } from '@nablajs/linalg'

/**
 * Runs an operation whose operands lie in different memories of one backend: they are copied into one region, and the last of
 * them, the result, back. Rare: all of a network lies in one region.
 *
 * Shapes: any.
 */
export function together(alloc: Backend['alloc'], blocks: readonly Block[], run: (blocks: readonly Block[]) => void): void {
  const result = blocks[blocks.length - 1]
  const dtype = result.buffer.BYTES_PER_ELEMENT === 4 ? 'float32' : 'float64'
  const lengths = blocks.map(({ rows, cols, stride }) => (cols === 0 ? 0 : (cols - 1) * stride + rows))
  const region = alloc(dtype, lengths.reduce((sum, length) => sum + length, 0))
  let { offset } = region
  const copies = blocks.map((block, i) => {
    const copy = { ...block, buffer: region.buffer, offset }
    move(block, copy, lengths[i])
    offset += lengths[i]
    return copy
  })
  run(copies)
  move(copies[copies.length - 1], result, lengths[lengths.length - 1])
  region.free()
}

function move(from: { buffer: Floats; offset: number }, to: { buffer: Floats; offset: number }, length: number): void {
  to.buffer.set(from.buffer.subarray(from.offset, from.offset + length), to.offset)
}
