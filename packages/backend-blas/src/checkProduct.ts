import { reference, type Backend, type Block, type Dtype } from '@nablajs/linalg'
import { LibraryError } from './libraryError.js'
import type { Product } from './product.js'

/** Sizes of the product that is tried: no two alike, so that one taken for another shows. */
const [M, N, K] = [5, 3, 4]
/** More than the rows, so that a stride that is not heeded shows. */
const STRIDE = 7

/**
 * Multiplies small matrices of whole numbers, in both element types and with both factors as they are and transposed, and compares
 * with the reference backend: a library with another idea of whole numbers or of the order of arguments is found here.
 *
 * Shapes: `base` gives the memory, which `product` must know. Throws `LibraryError` naming the library whose product is wrong.
 */
export function checkProduct(library: string, base: Pick<Backend, 'alloc'>, product: Product): void {
  for (const dtype of ['float32', 'float64'] as const) {
    for (const transposeA of [false, true]) {
      for (const transposeB of [false, true]) {
        const a = numbers(base, dtype, ...(transposeA ? [K, M] as const : [M, K] as const), 1)
        const b = numbers(base, dtype, ...(transposeB ? [N, K] as const : [K, N] as const), 2)
        const c = numbers(base, dtype, M, N, 3)
        const expected = { ...c, buffer: c.buffer.slice(c.offset, c.offset + STRIDE * N), offset: 0 }
        reference.gemm(transposeA, transposeB, 2, a, b, -1, expected)
        product.factors.set([2, -1])
        product.run(transposeA, transposeB, a, b, c)
        const got = c.buffer.slice(c.offset, c.offset + STRIDE * N)
        for (const { free } of [a, b, c]) free()
        if (got.some((x, at) => x !== expected.buffer[at])) throw wrong(library, expected.buffer.join(' '), got.join(' '))
      }
    }
  }
}

function numbers(base: Pick<Backend, 'alloc'>, dtype: Dtype, rows: number, cols: number, seed: number): Block & { free: () => void } {
  const region = base.alloc(dtype, STRIDE * cols)
  const { buffer, offset, length } = region
  for (let at = 0; at < length; at++) buffer[offset + at] = ((at * 7 + seed * 5) % 9) - 4
  return { buffer, offset, rows, cols, stride: STRIDE, free: () => region.free() }
}

function wrong(library: string, expected: string, got: string): LibraryError {
  return new LibraryError({
    library,
    where: `blas, the first product of ${library}`,
    expected,
    got,
    fix: 'This library is no BLAS, or broken: give another by blas({ path }) or the environment variable NABLA_BLAS.',
  })
}
