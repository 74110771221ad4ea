import { scratchOf, type Memory } from './memory.js'
import type { Apply, Descend, Gemm, Pullback, StepAlong } from './operations.js'
import { SHARE } from './workerProgram.js'
import type { Workers } from './workers.js'

/** Products under which handing out shares costs more than they save. */
export const WORTH_PRODUCTS = 400_000
/** Numbers under which it does for a function of each. */
const WORTH_NUMBERS = 8192
/** Columns from which a product is split by columns: fewer are split by rows, or tiles would be narrow. */
const WIDE = 32
/** Numbers of a line of the cache: shares of a step over flat vectors begin at one. */
const LINE = 16
/** Shares begin at whole tiles. */
const TILE_COLS = 4
const TILE_ROWS = 8

/** Products and steps whose outputs are shared out. What are doubles goes through cells: a call would put it on the heap. */
export interface SharedOut {
  /** alpha and beta of a product, or eta and scale of a step. */
  readonly scalars: Float64Array
  gemm_f32: SharedGemm
  gemm_f64: SharedGemm
  descend_f32: SharedDescend
  descend_f64: SharedDescend
}

type SharedGemm = (
  transposeA: boolean,
  transposeB: boolean,
  m: number,
  n: number,
  k: number,
  a: number,
  lda: number,
  b: number,
  ldb: number,
  bias: number,
  c: number,
  ldc: number,
) => void

type SharedDescend = (n: number, k: number, m: number, delta: number, ldd: number, a: number, lda: number, w: number, ldw: number) => void

/** A memory whose large operations are shared out. */
export type ThreadedMemory = Memory & { readonly sharedOut: SharedOut }

/**
 * A memory with its large operations shared out among threads. Every sum is made by one thread in the same order, so the bits are
 * those of one thread. Small ones run here alone.
 *
 * Shapes: as in `Operations`.
 */
export function threaded(memory: Memory, workers: Workers): ThreadedMemory {
  const { operations } = memory
  const { count, shares } = workers
  const scalars = new Float64Array(2)

  /** Where a share begins; share `count` begins at the end. */
  function startOf(share: number, total: number, unit: number): number {
    if (share === count) return total
    const start = Math.round((total * share) / count / unit) * unit
    // A whole number for the compiler too: as a double it would be returned on the heap.
    return Math.min(total, start) | 0
  }

  function gemm(name: string, alone: Gemm, size: number): SharedGemm {
    const kind = workers.kindOf(name)
    return (transposeA, transposeB, m, n, k, a, lda, b, ldb, bias, c, ldc) => {
      const wide = n >= WIDE
      const total = wide ? n : m
      const unit = wide ? TILE_COLS : TILE_ROWS
      const nextA = wide ? 0 : transposeA ? lda * size : size
      const nextB = wide ? (transposeB ? size : ldb * size) : 0
      const nextBias = wide || bias === 0 ? 0 : size
      const nextC = wide ? ldc * size : size
      for (let share = 0; share < count; share++) {
        const from = startOf(share, total, unit)
        const part = startOf(share + 1, total, unit) - from
        const at = share * SHARE
        shares[at] = kind
        shares[at + 1] = transposeA ? 1 : 0
        shares[at + 2] = transposeB ? 1 : 0
        shares[at + 3] = wide ? m : part
        shares[at + 4] = wide ? part : n
        shares[at + 5] = k
        shares[at + 6] = scalars[0]
        shares[at + 7] = a + from * nextA
        shares[at + 8] = lda
        shares[at + 9] = b + from * nextB
        shares[at + 10] = ldb
        shares[at + 11] = scalars[1]
        shares[at + 12] = bias + from * nextBias
        shares[at + 13] = c + from * nextC
        shares[at + 14] = ldc
        shares[at + 15] = scratchOf(share)
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        alone(
          transposeA, transposeB, shares[at + 3] | 0, shares[at + 4] | 0, k, scalars[0], shares[at + 7] | 0, lda, shares[at + 9] | 0, ldb, scalars[1],
          shares[at + 12] | 0, shares[at + 13] | 0, ldc, shares[at + 15] | 0,
        )
        workers.done()
      }
      workers.finish()
    }
  }

  function descend(name: string, alone: Descend, size: number): SharedDescend {
    const kind = workers.kindOf(name)
    return (n, k, m, delta, ldd, a, lda, w, ldw) => {
      for (let share = 0; share < count; share++) {
        const from = startOf(share, k, TILE_COLS)
        const at = share * SHARE
        shares[at] = kind
        shares[at + 1] = n
        shares[at + 2] = startOf(share + 1, k, TILE_COLS) - from
        shares[at + 3] = m
        shares[at + 4] = scalars[0]
        shares[at + 5] = scalars[1]
        shares[at + 6] = delta
        shares[at + 7] = ldd
        shares[at + 8] = a + from * size
        shares[at + 9] = lda
        shares[at + 10] = w + from * ldw * size
        shares[at + 11] = ldw
        shares[at + 12] = scratchOf(share)
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        alone(n, shares[at + 2] | 0, m, scalars[0], scalars[1], delta, ldd, shares[at + 8] | 0, lda, shares[at + 10] | 0, ldw, shares[at + 12] | 0)
        workers.done()
      }
      workers.finish()
    }
  }

  function apply(name: string, alone: Apply, size: number): Apply {
    const kind = workers.kindOf(name)
    return (rows, cols, stride, z, a) => {
      if (rows * cols < WORTH_NUMBERS || cols < count) {
        alone(rows, cols, stride, z, a)
        return
      }
      for (let share = 0; share < count; share++) {
        const from = startOf(share, cols, 1)
        const at = share * SHARE
        shares[at] = kind
        shares[at + 1] = rows
        shares[at + 2] = startOf(share + 1, cols, 1) - from
        shares[at + 3] = stride
        shares[at + 4] = z + from * stride * size
        shares[at + 5] = a + from * stride * size
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        alone(rows, shares[at + 2] | 0, stride, shares[at + 4] | 0, shares[at + 5] | 0)
        workers.done()
      }
      workers.finish()
    }
  }

  function pullback(name: string, alone: Pullback, size: number): Pullback {
    const kind = workers.kindOf(name)
    return (rows, cols, stride, z, a, g, delta) => {
      if (rows * cols < WORTH_NUMBERS || cols < count) {
        alone(rows, cols, stride, z, a, g, delta)
        return
      }
      for (let share = 0; share < count; share++) {
        const from = startOf(share, cols, 1)
        const shift = from * stride * size
        const at = share * SHARE
        shares[at] = kind
        shares[at + 1] = rows
        shares[at + 2] = startOf(share + 1, cols, 1) - from
        shares[at + 3] = stride
        shares[at + 4] = z + shift
        shares[at + 5] = a + shift
        shares[at + 6] = g + shift
        shares[at + 7] = delta + shift
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        alone(rows, shares[at + 2] | 0, stride, shares[at + 4] | 0, shares[at + 5] | 0, shares[at + 6] | 0, shares[at + 7] | 0)
        workers.done()
      }
      workers.finish()
    }
  }

  function step(name: string, alone: StepAlong): StepAlong {
    const kind = workers.kindOf(name)
    return (first, end, scalars, w, g, state0, state1) => {
      if (end - first < WORTH_NUMBERS) {
        alone(first, end, scalars, w, g, state0, state1)
        return
      }
      for (let share = 0; share < count; share++) {
        const at = share * SHARE
        shares[at] = kind
        shares[at + 1] = first + startOf(share, end - first, LINE)
        shares[at + 2] = first + startOf(share + 1, end - first, LINE)
        shares[at + 3] = scalars
        shares[at + 4] = w
        shares[at + 5] = g
        shares[at + 6] = state0
        shares[at + 7] = state1
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        alone(shares[at + 1] | 0, shares[at + 2] | 0, scalars, w, g, state0, state1)
        workers.done()
      }
      workers.finish()
    }
  }

  const steps = Object.fromEntries(
    Object.entries(operations.steps).map(([name, { step_f32, step_f64 }]) => [
      name,
      { step_f32: step(`${name}_step_f32`, step_f32), step_f64: step(`${name}_step_f64`, step_f64) },
    ]),
  )
  const elementwise = Object.fromEntries(
    Object.entries(operations.elementwise).map(([name, { apply_f32, apply_f64, pullback_f32, pullback_f64 }]) => [
      name,
      {
        apply_f32: apply(`${name}_apply_f32`, apply_f32, 4),
        apply_f64: apply(`${name}_apply_f64`, apply_f64, 8),
        pullback_f32: pullback(`${name}_pullback_f32`, pullback_f32, 4),
        pullback_f64: pullback(`${name}_pullback_f64`, pullback_f64, 8),
      },
    ]),
  )
  const sharedOut: SharedOut = {
    scalars,
    gemm_f32: gemm('gemm_f32', operations.gemm_f32, 4),
    gemm_f64: gemm('gemm_f64', operations.gemm_f64, 8),
    descend_f32: descend('descend_f32', operations.descend_f32, 4),
    descend_f64: descend('descend_f64', operations.descend_f64, 8),
  }
  return { ...memory, operations: { ...operations, elementwise, steps }, sharedOut }
}
