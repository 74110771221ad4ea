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
  /** Products of fewer multiplications than this are left to `base`. */
  readonly smallest: number
}

/**
 * A backend whose large products are a library's and whose memory and everything else are another backend's: both work on the same
 * numbers, so nothing is copied. Its bits are the library's, and those of no other.
 *
 * Shapes: those of the `Backend` contract. Every operand of a product is checked before the library sees it: `ShapeError`.
 */
export function overLibrary({ base, product, addresses, smallest }: Parts): Backend {
  const { factors } = product

  const gemm: Backend['gemm'] = (transposeA, transposeB, alpha, a, b, beta, c) => {
    requireFit('gemm', transposeA, transposeB, a, b, c)
    if (c.rows * c.cols * (transposeA ? a.rows : a.cols) < smallest) {
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
    if (z.rows * z.cols * w.cols < smallest && base.affine) {
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
    if (w.rows * w.cols * a.cols < smallest && base.descend) {
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
