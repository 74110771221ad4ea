import type { Dtype, Floats } from '@nablajs/linalg'
import { FreeList } from './freeList.js'
import type { Modules } from './module.js'
import type { Operations } from './operations.js'

/** How a memory begins: the kernels' tables, where jobs for workers are written, and room for packed factors, 1 MiB a thread. */
const TABLES = 1 << 16
const JOBS = 1 << 16
const SCRATCH = 1 << 20
/** Kernels read whole vectors, so they may read past the last number of a matrix. */
const MARGIN = 1 << 12
const PAGE = 1 << 16
/** Pages that are never touched cost nothing, and small networks share a memory: Chromium has at most 125. */
const USUAL_BYTES = 1 << 28
/** Workers serve one memory, so that one is larger. */
const SHARED_BYTES = 1 << 30
const MOST_BYTES = 2 ** 32

/** One `WebAssembly.Memory`, the kernels linked to it, and which of its bytes are free. It never grows: that would detach views. */
export interface Memory {
  readonly memory: WebAssembly.Memory
  readonly float32: Float32Array
  readonly float64: Float64Array
  readonly operations: Operations
  readonly free: FreeList
  /** Where this thread's packed factors lie. */
  readonly scratch: number
}

/**
 * A memory with room for a region of `bytes`, or undefined where the machine has none left.
 *
 * Shapes: bytes.
 */
export function createMemory(modules: Modules, bytes: number, threads: number): Memory | undefined {
  const least = roundUpToPage(scratchOf(threads) + bytes + MARGIN)
  if (least > MOST_BYTES) return undefined
  for (let size = Math.max(threads > 1 ? SHARED_BYTES : USUAL_BYTES, least); ; size = Math.max(least, size / 2)) {
    const memory = reserve(size / PAGE, threads > 1)
    if (memory) return linked(modules, memory, scratchOf(threads))
    if (size === least) return undefined
  }
}

/**
 * The array of a memory that holds numbers of this type.
 *
 * Shapes: the whole memory.
 */
export function arrayOf({ float32, float64 }: Memory, dtype: Dtype): Floats {
  return dtype === 'float32' ? float32 : float64
}

/** Where jobs for workers are written, in every memory. */
export const JOBS_AT: number = TABLES

/**
 * Where the packed factors of a thread lie, counted from 0.
 *
 * Shapes: bytes.
 */
export function scratchOf(thread: number): number {
  return TABLES + JOBS + thread * SCRATCH
}

function reserve(pages: number, shared: boolean): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function linked({ products, columnwise }: Modules, memory: WebAssembly.Memory, first: number): Memory {
  const { buffer } = memory
  const operations = {
    ...new WebAssembly.Instance(products, { env: { memory } }).exports,
    ...new WebAssembly.Instance(columnwise, { env: { memory } }).exports,
  }
  return {
    memory,
    float32: new Float32Array(buffer),
    float64: new Float64Array(buffer),
    // What a module exports has no types of its own; what these take stands in kernels/.
    operations: operations as WebAssembly.Exports & Operations,
    free: new FreeList(first, buffer.byteLength - MARGIN),
    scratch: scratchOf(0),
  }
}

function roundUpToPage(bytes: number): number {
  return Math.ceil(bytes / PAGE) * PAGE
}
