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

/** The share of a region's size that its ballast has. It is never written, so it takes no room on the machine. */
const BALLAST = 1 / 16
/** Numbers that are looked at together where memory is set to 0: no more than a page. */
const PIECE = 512

/**
 * Memories that are made as they are needed, after the first where there is one. A region goes back when it is freed, or when nothing
 * holds it any more.
 *
 * Shapes: none.
 */
export function memories(modules: Modules, shares: number, first?: Memory): Memories {
  const all: Memory[] = first ? [first] : []
  /** What the collector sees of a region: it counts arrays and not the regions of a memory, and would let a thousand pile up. */
  const ballast = new WeakMap<Region, ArrayBuffer>()
  let last: Memory | undefined
  const unheld = new FinalizationRegistry<Held>(({ memory, start, bytes }) => memory.free.give(start, bytes))

  function alloc(dtype: Dtype, length: number): Region {
    const size = dtype === 'float32' ? 4 : 8
    const bytes = length * size
    for (const memory of all) {
      const taken = memory.free.take(bytes)
      if (taken) return region(memory, dtype, length, taken)
    }
    const memory = createMemory(modules, bytes, shares)
    const taken = memory?.free.take(bytes)
    if (!memory || !taken) throw new RangeError(`no memory for ${length} numbers in ${dtype}`)
    all.push(memory)
    return region(memory, dtype, length, taken)
  }

  function region(memory: Memory, dtype: Dtype, length: number, { start, used }: { start: number; used: number }): Region {
    const buffer = arrayOf(memory, dtype)
    const offset = start / buffer.BYTES_PER_ELEMENT
    clear(buffer, offset, Math.min(offset + length, Math.ceil(used / buffer.BYTES_PER_ELEMENT)))
    const token = {}
    let freed = false
    const result: Region = {
      buffer,
      offset,
      length,
      free() {
        if (freed) return
        freed = true
        ballast.delete(result)
        unheld.unregister(token)
        memory.free.give(start, length * buffer.BYTES_PER_ELEMENT)
      },
    }
    ballast.set(result, new ArrayBuffer(length * buffer.BYTES_PER_ELEMENT * BALLAST))
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

/** Sets to 0 what is not. Most of a region was never written: a page that is only read takes no room on the machine. */
function clear(buffer: Floats, from: number, to: number): void {
  for (let at = from; at < to; at += PIECE) {
    const end = Math.min(at + PIECE, to)
    let i = at
    while (i < end && Object.is(buffer[i], 0)) i++
    if (i < end) buffer.fill(0, i, end)
  }
}
