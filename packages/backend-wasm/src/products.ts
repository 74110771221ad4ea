import type { Backend, Block, Operand } from '@nablajs/linalg'
import type { Memories } from './memories.js'
import { WORTH_PRODUCTS, type SharedOut } from './threaded.js'
import { together } from './together.js'

/** The longest sum of a step in one pass: the most columns of its minibatch. */
const LONGEST_SUM = 4096

/** Products, z = w a + b, and the step. */
export type Products = Required<Pick<Backend, 'gemm' | 'affine' | 'descend'>>

/**
 * Products of matrices, and what is made of one: on the kernels of the memory that the result lies in, shared out among threads where
 * that pays.
 *
 * Shapes: as in the `Backend` contract.
 */
export function products({ alloc, of }: Memories): Products {
  function gemm(transposeA: boolean, transposeB: boolean, alpha: number, a: Block, b: Block, beta: number, c: Block): void {
    if (a.buffer !== c.buffer || b.buffer !== c.buffer) {
      gemmTogether(transposeA, transposeB, alpha, a, b, beta, c)
      return
    }
    const { operations, scratch, sharedOut } = of(c.buffer)
    const { rows: m, cols: n, stride: ldc } = c
    const k = transposeA ? a.rows : a.cols
    if (sharedOut && m * n * k >= WORTH_PRODUCTS) {
      sharedOut.scalars[0] = alpha
      sharedOut.scalars[1] = beta
      shareOut(sharedOut, transposeA, transposeB, a, b, undefined, c, k)
      return
    }
    if (c.buffer.BYTES_PER_ELEMENT === 4) {
      operations.gemm_f32(
        transposeA, transposeB, m, n, k, alpha, a.offset << 2, a.stride, b.offset << 2, b.stride, beta, 0, c.offset << 2, ldc, scratch,
      )
    } else {
      operations.gemm_f64(
        transposeA, transposeB, m, n, k, alpha, a.offset << 3, a.stride, b.offset << 3, b.stride, beta, 0, c.offset << 3, ldc, scratch,
      )
    }
  }

  // Functions that are rarely called stand by themselves: one that catches numbers would have every call of the outer one put them
  // on the heap.
  function gemmTogether(transposeA: boolean, transposeB: boolean, alpha: number, a: Block, b: Block, beta: number, c: Block): void {
    together(alloc, [a, b, c], ([a, b, c]) => gemm(transposeA, transposeB, alpha, a, b, beta, c))
  }

  function affine(w: Block, a: Block, b: Block, z: Block): void {
    if (w.buffer !== z.buffer || a.buffer !== z.buffer || b.buffer !== z.buffer) {
      together(alloc, [w, a, b, z], ([w, a, b, z]) => affine(w, a, b, z))
      return
    }
    const { operations, scratch, sharedOut } = of(z.buffer)
    const { rows: n, cols: m, stride: ldz } = z
    if (sharedOut && n * w.cols * m >= WORTH_PRODUCTS) {
      sharedOut.scalars[0] = 1
      sharedOut.scalars[1] = 0
      shareOut(sharedOut, false, false, w, a, b, z, w.cols)
      return
    }
    if (z.buffer.BYTES_PER_ELEMENT === 4) {
      operations.gemm_f32(
        false, false, n, m, w.cols, 1, w.offset << 2, w.stride, a.offset << 2, a.stride, 0, b.offset << 2, z.offset << 2, ldz, scratch,
      )
    } else {
      operations.gemm_f64(
        false, false, n, m, w.cols, 1, w.offset << 3, w.stride, a.offset << 3, a.stride, 0, b.offset << 3, z.offset << 3, ldz, scratch,
      )
    }
  }

  function descend(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
    if (delta.buffer !== w.buffer || a.buffer !== w.buffer) {
      descendTogether(eta, scale, delta, a, w)
      return
    }
    if (delta.cols > LONGEST_SUM) {
      descendByParts(eta, scale, delta, a, w)
      return
    }
    const { operations, scratch, sharedOut } = of(w.buffer)
    const { rows: n, cols: k, stride: ldw } = w
    if (sharedOut && n * k * delta.cols >= WORTH_PRODUCTS) {
      sharedOut.scalars[0] = eta.buffer[eta.offset]
      sharedOut.scalars[1] = scale
      const { offset: d, stride: ldd, cols: m } = delta
      if (w.buffer.BYTES_PER_ELEMENT === 4) sharedOut.descend_f32(n, k, m, d << 2, ldd, a.offset << 2, a.stride, w.offset << 2, ldw)
      else sharedOut.descend_f64(n, k, m, d << 3, ldd, a.offset << 3, a.stride, w.offset << 3, ldw)
      return
    }
    if (w.buffer.BYTES_PER_ELEMENT === 4) {
      operations.descend_f32(
        n, k, delta.cols, eta.buffer[eta.offset], scale, delta.offset << 2, delta.stride, a.offset << 2, a.stride, w.offset << 2, ldw, scratch,
      )
    } else {
      operations.descend_f64(
        n, k, delta.cols, eta.buffer[eta.offset], scale, delta.offset << 3, delta.stride, a.offset << 3, a.stride, w.offset << 3, ldw, scratch,
      )
    }
  }

  function descendTogether(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
    together(alloc, [delta, a, w], ([delta, a, w]) => descend(eta, scale, delta, a, w))
  }

  /** The gradient in memory of its own, then a step along its columns: as many sums as there are numbers, of one product each. */
  function descendByParts(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
    const { rows, cols } = w
    const dtype = w.buffer.BYTES_PER_ELEMENT === 4 ? 'float32' : 'float64'
    const gradient = alloc(dtype, rows * cols + 1)
    const one = gradient.buffer.subarray(gradient.offset + rows * cols)
    one[0] = 1
    gemm(false, true, scale, delta, a, 0, { ...gradient, rows, cols, stride: rows })
    for (let i = 0; i < cols; i++) {
      const column = { buffer: gradient.buffer, offset: gradient.offset + i * rows, rows, cols: 1, stride: rows }
      const unit = { buffer: gradient.buffer, offset: gradient.offset + rows * cols, rows: 1, cols: 1, stride: 1 }
      descend(eta, 1, column, unit, { buffer: w.buffer, offset: w.offset + i * w.stride, rows, cols: 1, stride: rows })
    }
    gradient.free()
  }

  return { gemm, affine, descend }
}

/** A product, or z = w a + b, shared out; alpha and beta stand in the cells. */
function shareOut(
  { gemm_f32, gemm_f64 }: SharedOut,
  transposeA: boolean,
  transposeB: boolean,
  a: Block,
  b: Block,
  bias: Block | undefined,
  c: Block,
  k: number,
): void {
  const { rows: m, cols: n, stride: ldc } = c
  const lda = a.stride
  const ldb = b.stride
  if (c.buffer.BYTES_PER_ELEMENT === 4) {
    gemm_f32(transposeA, transposeB, m, n, k, a.offset << 2, lda, b.offset << 2, ldb, bias ? bias.offset << 2 : 0, c.offset << 2, ldc)
  } else {
    gemm_f64(transposeA, transposeB, m, n, k, a.offset << 3, lda, b.offset << 3, ldb, bias ? bias.offset << 3 : 0, c.offset << 3, ldc)
  }
}
