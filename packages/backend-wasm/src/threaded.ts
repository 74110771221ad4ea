import { scratchOf } from './memory.js'
import type { Apply, Descend, Gemm, Operations, Pullback } from './operations.js'
import { SHARE } from './workerProgram.js'
import type { Workers } from './workers.js'

/** Products and sums, or numbers, under which handing out shares costs more than they save. */
const WORTH_PRODUCTS = 400_000
const WORTH_NUMBERS = 8192
/** Columns from which a product is split by columns: fewer are split by rows, or tiles would be narrow. */
const WIDE = 32
/** Shares begin at whole tiles. */
const TILE_COLS = 4
const TILE_ROWS = 8

/**
 * The operations of a memory with their outputs shared out among threads. Every sum is made by one thread in the same order, so the
 * bits are those of one thread. Small ones run here alone.
 *
 * Shapes: as in `Operations`.
 */
export function threaded(operations: Operations, workers: Workers): Operations {
  const { count, shares } = workers

  /** Where a share begins; share `count` begins at the end. */
  function startOf(share: number, total: number, unit: number): number {
    return share === count ? total : Math.min(total, Math.round((total * share) / count / unit) * unit)
  }

  function gemm(name: string, alone: Gemm, size: number): Gemm {
    const kind = workers.kindOf(name)
    return (transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, bias, c, ldc, scratch) => {
      if (m * n * k < WORTH_PRODUCTS) {
        alone(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, bias, c, ldc, scratch)
        return
      }
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
        shares[at + 6] = alpha
        shares[at + 7] = (a >>> 0) + from * nextA
        shares[at + 8] = lda
        shares[at + 9] = (b >>> 0) + from * nextB
        shares[at + 10] = ldb
        shares[at + 11] = beta
        shares[at + 12] = (bias >>> 0) + from * nextBias
        shares[at + 13] = (c >>> 0) + from * nextC
        shares[at + 14] = ldc
        shares[at + 15] = scratchOf(share)
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        const [m, n, a, b] = [shares[at + 3], shares[at + 4], shares[at + 7], shares[at + 9]]
        alone(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, shares[at + 12], shares[at + 13], ldc, shares[at + 15])
        workers.done()
      }
      workers.finish()
    }
  }

  function descend(name: string, alone: Descend, size: number): Descend {
    const kind = workers.kindOf(name)
    return (n, k, m, eta, scale, delta, ldd, a, lda, w, ldw, scratch) => {
      if (n * k * m < WORTH_PRODUCTS) {
        alone(n, k, m, eta, scale, delta, ldd, a, lda, w, ldw, scratch)
        return
      }
      for (let share = 0; share < count; share++) {
        const from = startOf(share, k, TILE_COLS)
        const at = share * SHARE
        shares[at] = kind
        shares[at + 1] = n
        shares[at + 2] = startOf(share + 1, k, TILE_COLS) - from
        shares[at + 3] = m
        shares[at + 4] = eta
        shares[at + 5] = scale
        shares[at + 6] = delta >>> 0
        shares[at + 7] = ldd
        shares[at + 8] = (a >>> 0) + from * size
        shares[at + 9] = lda
        shares[at + 10] = (w >>> 0) + from * ldw * size
        shares[at + 11] = ldw
        shares[at + 12] = scratchOf(share)
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        alone(n, shares[at + 2], m, eta, scale, delta, ldd, shares[at + 8], lda, shares[at + 10], ldw, shares[at + 12])
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
        shares[at + 4] = (z >>> 0) + from * stride * size
        shares[at + 5] = (a >>> 0) + from * stride * size
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        alone(rows, shares[at + 2], stride, shares[at + 4], shares[at + 5])
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
        shares[at + 4] = (z >>> 0) + shift
        shares[at + 5] = (a >>> 0) + shift
        shares[at + 6] = (g >>> 0) + shift
        shares[at + 7] = (delta >>> 0) + shift
      }
      workers.offer()
      for (let at = workers.next(); at >= 0; at = workers.next()) {
        alone(rows, shares[at + 2], stride, shares[at + 4], shares[at + 5], shares[at + 6], shares[at + 7])
        workers.done()
      }
      workers.finish()
    }
  }

  return {
    ...operations,
    gemm_f32: gemm('gemm_f32', operations.gemm_f32, 4),
    gemm_f64: gemm('gemm_f64', operations.gemm_f64, 8),
    descend_f32: descend('descend_f32', operations.descend_f32, 4),
    descend_f64: descend('descend_f64', operations.descend_f64, 8),
    elementwise: Object.fromEntries(
      Object.entries(operations.elementwise).map(([name, { apply_f32, apply_f64, pullback_f32, pullback_f64 }]) => [
        name,
        {
          apply_f32: apply(`${name}_apply_f32`, apply_f32, 4),
          apply_f64: apply(`${name}_apply_f64`, apply_f64, 8),
          pullback_f32: pullback(`${name}_pullback_f32`, pullback_f32, 4),
          pullback_f64: pullback(`${name}_pullback_f64`, pullback_f64, 8),
        },
      ]),
    ),
  }
}
