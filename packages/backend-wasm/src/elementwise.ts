import type { Backend, Block, Kernel, Operand, Shape } from '@nablajs/linalg'
import type { Memories } from './memories.js'
import { together } from './together.js'

/**
 * The elementwise kernels of the module, by name.
 *
 * Shapes: as in `Kernel`.
 */
export function elementwise(names: readonly string[], memories: Memories): Backend['kernels'] {
  return Object.fromEntries(names.map((name) => [name, kernel(name, memories)]))
}

function kernel(name: string, { alloc, of }: Memories): Kernel {
  function apply(shape: Shape, z: Operand, a: Operand): void {
    const { buffer, offset } = a
    if (z.buffer !== buffer) {
      applyTogether(shape, z, a)
      return
    }
    const { rows, cols, stride } = shape
    const operations = of(buffer).operations.elementwise[name]
    if (buffer.BYTES_PER_ELEMENT === 4) operations.apply_f32(rows, cols, stride, z.offset << 2, offset << 2)
    else operations.apply_f64(rows, cols, stride, z.offset << 3, offset << 3)
  }

  function pullback(shape: Shape, z: Operand, a: Operand, g: Operand, delta: Operand): void {
    const { buffer, offset } = delta
    if (z.buffer !== buffer || a.buffer !== buffer || g.buffer !== buffer) {
      pullbackTogether(shape, z, a, g, delta)
      return
    }
    const { rows, cols, stride } = shape
    const operations = of(buffer).operations.elementwise[name]
    if (buffer.BYTES_PER_ELEMENT === 4) operations.pullback_f32(rows, cols, stride, z.offset << 2, a.offset << 2, g.offset << 2, offset << 2)
    else operations.pullback_f64(rows, cols, stride, z.offset << 3, a.offset << 3, g.offset << 3, offset << 3)
  }

  // By themselves, since a function that catches what it was given has every call put that on the heap.
  function applyTogether(shape: Shape, z: Operand, a: Operand): void {
    together(alloc, [blockOf(shape, z), blockOf(shape, a)], ([z, a]) => apply(shape, z, a))
  }

  function pullbackTogether(shape: Shape, z: Operand, a: Operand, g: Operand, delta: Operand): void {
    const blocks = [z, a, g, delta].map((operand) => blockOf(shape, operand))
    together(alloc, blocks, ([z, a, g, delta]) => pullback(shape, z, a, g, delta))
  }

  return { apply, pullback }
}

function blockOf({ rows, cols, stride }: Shape, { buffer, offset }: Operand): Block {
  return { buffer, offset, rows, cols, stride }
}
