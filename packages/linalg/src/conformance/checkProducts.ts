import type { Backend, Block, Dtype } from '../backend.js'
import type { Random } from '../random.js'
import { gemm as threeLoops } from '../reference/gemm.js'
import { absolute, blockOf, DTYPES, each, inFloat64, release, requireCanaries, UNIT_ROUNDOFF, wrong, type OwnBlock } from './blocks.js'

/** Sizes at which tiles, vectors and panels begin and end. */
const SIZES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65]
const FACTORS = [0, 1, -1, 0.7]

interface Product {
  readonly transposeA: boolean
  readonly transposeB: boolean
  readonly alpha: number
  readonly beta: number
  readonly a: OwnBlock
  readonly b: OwnBlock
  readonly c: OwnBlock
  readonly dtype: Dtype
  readonly whole: boolean
}

/**
 * Holds `gemm` to the three loops: within the rounding bound of theory, and without any difference on small whole numbers.
 *
 * Shapes: op(A): m × k, op(B): k × n, C: m × n with sizes from 0 to 65. Returns the largest error as a share of the bound.
 * Throws `PluginError`.
 */
export function checkProducts(backend: Backend, draws: Random, products: number): number {
  let worstOfBound = 0
  for (const dtype of DTYPES) {
    for (let count = 0; count < products; count++) {
      const product = drawProduct(backend, dtype, draws, count % 2 === 0)
      worstOfBound = Math.max(worstOfBound, checkProduct(backend, product))
    }
  }
  return worstOfBound
}

function drawProduct(backend: Backend, dtype: Dtype, draws: Random, whole: boolean): Product {
  const pick = <T>(list: readonly T[]): T => list[draws.integer(list.length)]
  const [m, n, k] = [pick(SIZES), pick(SIZES), pick(SIZES)]
  const transposeA = draws.integer(2) === 1
  const transposeB = draws.integer(2) === 1
  const number = whole ? () => draws.integer(9) - 4 : () => draws.normal()
  const block = (rows: number, cols: number) => blockOf(backend, dtype, rows, cols, rows + pick([0, 0, 3]), number)
  return {
    transposeA,
    transposeB,
    alpha: whole ? pick([1, -1, 2]) : pick(FACTORS),
    beta: whole ? pick([0, 1, -1]) : pick(FACTORS),
    a: transposeA ? block(k, m) : block(m, k),
    b: transposeB ? block(n, k) : block(k, n),
    c: block(m, n),
    dtype,
    whole,
  }
}

/** Runs one product on the backend and by the three loops in float64. Returns the largest error as a share of its bound. */
function checkProduct(backend: Backend, product: Product): number {
  const { transposeA, transposeB, alpha, beta, a, b, c, dtype, whole } = product
  const expected = inFloat64(c)
  const gauge = absolute(c)
  threeLoops(transposeA, transposeB, alpha, inFloat64(a), inFloat64(b), beta, expected)
  threeLoops(transposeA, transposeB, Math.abs(alpha), absolute(a), absolute(b), Math.abs(beta), gauge)
  if (beta === 0) each(c, (at) => (c.buffer[at] = NaN))

  backend.gemm(transposeA, transposeB, alpha, a, b, beta, c)

  const name = nameOf(product)
  const k = transposeA ? a.rows : a.cols
  const unit = whole ? 0 : (k + 4) * UNIT_ROUNDOFF[dtype]
  let worst = 0
  each(c, (at, j, i) => {
    const from = j + i * c.stride
    const error = Math.abs(c.buffer[at] - expected.buffer[from])
    const bound = unit * gauge.buffer[from]
    if (!(error <= bound)) {
      throw wrong(backend, `${name}, entry (${j}, ${i})`, `${expected.buffer[from]} within ${bound}`, String(c.buffer[at]))
    }
    if (bound > 0) worst = Math.max(worst, error / bound)
  })
  requireCanaries(backend, name, c)
  release(a, b, c)
  return worst
}

function nameOf({ transposeA, transposeB, alpha, beta, a, b, c, dtype }: Product): string {
  const factor = (block: Block, transposed: boolean) => `${block.rows} × ${block.cols}${transposed ? 'ᵀ' : ''}`
  return `gemm ${alpha} · (${factor(a, transposeA)}) (${factor(b, transposeB)}) + ${beta} · (${c.rows} × ${c.cols}), ${dtype}`
}
