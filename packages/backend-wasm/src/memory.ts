import type { Dtype, Floats } from '@nablajs/linalg'
import { FreeList } from './freeList.js'
import type { Modules } from './module.js'
import { linkOperations, type Operations } from './operations.js'
import type { SharedOut } from './threaded.js'

/** How a memory begins: the kernels' tables, the shares written for workers, and 1 MiB for the packed factors of each share. */
const TABLES = 1 << 16
const SHARES = 1 << 16
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
  /** Where packed factors lie. */
  readonly scratch: number
  /** How large products are shared out, where there are workers. */
  readonly sharedOut?: SharedOut
}

/**
 * A memory with room for a region of `bytes`, or undefined where the machine has none left.
 *
 * Shapes: bytes.
 */
export function createMemory(modules: Modules, bytes: number, shares: number): Memory | undefined {
  const least = roundUpToPage(scratchOf(shares) + bytes + MARGIN)
  if (least > MOST_BYTES) return undefined
  for (let size = Math.max(shares > 1 ? SHARED_BYTES : USUAL_BYTES, least); ; size = Math.max(least, size / 2)) {
    const memory = reserve(size / PAGE, shares > 1)
    if (memory) return linked(modules, memory, scratchOf(shares))
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

/** Where shares for workers are written, in every memory. */
export const SHARES_AT: number = TABLES

/**
 * Where the packed factors of a share lie, counted from 0.
 *
 * Shapes: bytes.
 */
export function scratchOf(share: number): number {
  return TABLES + SHARES + share * SCRATCH
}

function reserve(pages: number, shared: boolean): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function linked(modules: Modules, memory: WebAssembly.Memory, first: number): Memory {
  const { buffer } = memory
  return {
    memory,
    float32: new Float32Array(buffer),
    float64: new Float64Array(buffer),
    operations: linkOperations(modules, memory),
    free: new FreeList(first, buffer.byteLength - MARGIN),
    scratch: scratchOf(0),
  }
}

function roundUpToPage(bytes: number): number {
  return Math.ceil(bytes / PAGE) * PAGE
}
