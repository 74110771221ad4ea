import type { Block } from '@nablajs/linalg'
import type { Addresses } from './addresses.js'
import type { Routines } from './symbols.js'

/** Where each scalar lies, in slots of 8 bytes: a library that counts with 64 bits finds zeros in the upper half. */
const SLOT = { N: 0, T: 1, m: 2, n: 3, k: 4, strideA: 5, strideB: 6, strideC: 7, alpha: 8, beta: 9 } as const
const SLOTS = 10

/** The product of a library. */
export interface Product {
  /** Alpha and beta of the next call: a double that is passed through a call that V8 does not inline would be boxed. */
  readonly factors: Float64Array
  /** C = alpha · op(A) op(B) + beta · C. op(A): m × k, op(B): k × n, C: m × n, none empty. */
  run(transposeA: boolean, transposeB: boolean, a: Block, b: Block, c: Block): void
}

/**
 * Makes the product of a library's routines. A call writes the scalars where the library reads them and passes addresses that were
 * made before, so it leaves no garbage. That the blocks lie within their memories and fit each other is for the caller to have
 * checked.
 *
 * Shapes: those of `Product`; `run` throws `ShapeError` for memory that `addresses` does not know.
 */
export function productOf({ sgemm, dgemm }: Routines, addresses: Addresses): Product {
  const factors = new Float64Array(2)
  // An ArrayBuffer lies outside V8's heap; a short typed array that makes its own would not.
  const scalars = new Float64Array(new ArrayBuffer(SLOTS * Float64Array.BYTES_PER_ELEMENT))
  const singles = new Float32Array(scalars.buffer)
  const integers = new Int32Array(scalars.buffer)
  const letters = new Uint8Array(scalars.buffer)
  letters[8 * SLOT.N] = 'N'.charCodeAt(0)
  letters[8 * SLOT.T] = 'T'.charCodeAt(0)
  addresses.add(scalars)
  const at = (slot: number) => addresses.of(scalars, slot)
  const [N, T, m, n, k] = [at(SLOT.N), at(SLOT.T), at(SLOT.m), at(SLOT.n), at(SLOT.k)]
  const [strideA, strideB, strideC] = [at(SLOT.strideA), at(SLOT.strideB), at(SLOT.strideC)]
  const [alpha, beta] = [at(SLOT.alpha), at(SLOT.beta)]

  return {
    factors,
    run(transposeA, transposeB, a, b, c) {
      integers[2 * SLOT.m] = c.rows
      integers[2 * SLOT.n] = c.cols
      integers[2 * SLOT.k] = transposeA ? a.rows : a.cols
      integers[2 * SLOT.strideA] = strideOf(a)
      integers[2 * SLOT.strideB] = strideOf(b)
      integers[2 * SLOT.strideC] = strideOf(c)
      const single = c.buffer.BYTES_PER_ELEMENT === Float32Array.BYTES_PER_ELEMENT
      const values = single ? singles : scalars
      values[single ? 2 * SLOT.alpha : SLOT.alpha] = factors[0] ?? NaN
      values[single ? 2 * SLOT.beta : SLOT.beta] = factors[1] ?? NaN
      const first = addresses.of(a.buffer, a.offset)
      const second = addresses.of(b.buffer, b.offset)
      const result = addresses.of(c.buffer, c.offset)
      const gemm = single ? sgemm : dgemm
      gemm(transposeA ? T : N, transposeB ? T : N, m, n, k, alpha, first, strideA, second, strideB, beta, result, strideC)
    },
  }
}

/** The library wants at least the rows, also of a matrix of one column, whose stride says nothing. */
function strideOf({ rows, stride }: Block): number {
  return stride > rows ? stride : rows
}
