import { NablaError, type Dtype, type Floats, type Region } from '@nablajs/linalg'
import type { Modules } from './module.js'
import { arrayOf, createMemory, type Memory } from './memory.js'

/** The memories of one backend. */
export interface Memories {
  /** A region of zeros; in a new memory where no other has room. Throws `RangeError` where the machine has none. */
  alloc(dtype: Dtype, length: number): Region
  /** The memory whose array this is. */
  of(buffer: Floats): Memory
}

interface Held {
  readonly memory: Memory
  readonly start: number
  readonly bytes: number
}

/**
 * Memories that are made as they are needed. A region goes back when it is freed, or when nothing holds it any more.
 *
 * Shapes: none.
 */
export function memories(modules: Modules, threads: number): Memories {
  const all: Memory[] = []
  let last: Memory | undefined
  const unheld = new FinalizationRegistry<Held>(({ memory, start, bytes }) => memory.free.give(start, bytes))

  function alloc(dtype: Dtype, length: number): Region {
    const size = dtype === 'float32' ? 4 : 8
    const bytes = length * size
    for (const memory of all) {
      const taken = memory.free.take(bytes)
      if (taken) return region(memory, dtype, length, taken)
    }
    const memory = createMemory(modules, bytes, threads)
    const taken = memory?.free.take(bytes)
    if (!memory || !taken) throw new RangeError(`no memory for ${length} numbers in ${dtype}`)
    all.push(memory)
    return region(memory, dtype, length, taken)
  }

  function region(memory: Memory, dtype: Dtype, length: number, { start, used }: { start: number; used: number }): Region {
    const buffer = arrayOf(memory, dtype)
    const offset = start / buffer.BYTES_PER_ELEMENT
    buffer.fill(0, offset, Math.min(offset + length, Math.ceil(used / buffer.BYTES_PER_ELEMENT)))
    const token = {}
    let freed = false
    const result: Region = {
      buffer,
      offset,
      length,
      free() {
        if (freed) return
        freed = true
        unheld.unregister(token)
        memory.free.give(start, length * buffer.BYTES_PER_ELEMENT)
      },
    }
    unheld.register(result, { memory, start, bytes: length * buffer.BYTES_PER_ELEMENT }, token)
    return result
  }

  function of(buffer: Floats): Memory {
    if (last && (buffer === last.float32 || buffer === last.float64)) return last
    last = all.find(({ float32, float64 }) => buffer === float32 || buffer === float64)
    if (last) return last
    throw new NablaError('BackendError', {
      where: 'wasm',
      expected: 'numbers in a memory of this backend',
      got: 'an array of another',
      fix: 'Take memory from alloc of the same backend; write copies numbers into it.',
    })
  }

  return { alloc, of }
}
