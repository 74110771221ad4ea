import type { Backend, Block, Dtype, Region } from '@nablajs/linalg'
import type { Addresses } from './addresses.js'
import type { Product } from './product.js'
import { requireInside, requireProduct } from './requireOperand.js'

/** What a backend over a library is made of. */
export interface Parts {
  /** Gives memory and does all that is no large product. Its memories must lie outside V8's heap and never move. */
  readonly base: Backend
  readonly product: Product
  readonly addresses: Addresses
  readonly smallest: Smallest
}

/** From how many multiplications on a product is the library's. What has fewer is left to `base`, which needs no call out. */
export interface Smallest {
  readonly matrix: number
  /** Where the result is one column and A is not transposed: numbers are read once, and calls count for more. */
  readonly column: number
}

/**
 * A backend whose large products are a library's and whose memory and everything else are another backend's: both work on the same
 * numbers, so nothing is copied. Its bits are the library's, and those of no other.
 *
 * Shapes: those of the `Backend` contract. Every operand of a product is checked before the library sees it: `ShapeError`.
 */
export function overLibrary({ base, product, addresses, smallest }: Parts): Backend {
  const { factors } = product

  const isSmall = (transposeA: boolean, m: number, n: number, k: number): boolean =>
    m * n * k < (n === 1 && !transposeA ? smallest.column : smallest.matrix)

  const gemm: Backend['gemm'] = (transposeA, transposeB, alpha, a, b, beta, c) => {
    requireFit('gemm', transposeA, transposeB, a, b, c)
    if (isSmall(transposeA, c.rows, c.cols, transposeA ? a.rows : a.cols)) {
      base.gemm(transposeA, transposeB, alpha, a, b, beta, c)
      return
    }
    factors[0] = alpha
    factors[1] = beta
    product.run(transposeA, transposeB, a, b, c)
  }

  const { addColumn } = base
  const affine: Backend['affine'] = addColumn && ((w, a, b, z) => {
    requireFit('affine', false, false, w, a, z)
    if (base.affine && isSmall(false, z.rows, z.cols, w.cols)) {
      base.affine(w, a, b, z)
      return
    }
    factors[0] = 1
    factors[1] = 0
    product.run(false, false, w, a, z)
    addColumn(b, z)
  })

  const descend: Backend['descend'] = (eta, scale, delta, a, w) => {
    requireFit('descend', false, true, delta, a, w)
    if (base.descend && isSmall(false, w.rows, w.cols, a.cols)) {
      base.descend(eta, scale, delta, a, w)
      return
    }
    factors[0] = -(eta.buffer[eta.offset] ?? NaN) * scale
    factors[1] = 1
    product.run(false, true, delta, a, w)
  }

  return {
    ...base,
    name: 'blas',
    exact: false,
    gemm,
    ...(affine ? { affine } : {}),
    descend,
    alloc(dtype: Dtype, length: number): Region {
      const region = base.alloc(dtype, length)
      addresses.add(region.buffer)
      return region
    },
  }
}

function requireFit(operation: string, transposeA: boolean, transposeB: boolean, a: Block, b: Block, c: Block): void {
  requireInside(operation, a)
  requireInside(operation, b)
  requireInside(operation, c)
  requireProduct(operation, transposeA, transposeB, a, b, c)
}
