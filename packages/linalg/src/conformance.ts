import type { Backend, Block, Dtype, Floats, Region } from './backend.js'
import { PluginError } from './pluginError.js'
import { random, type Random } from './random.js'
import { gemm as threeLoops } from './reference/gemm.js'

/** How a backend is checked. */
export interface CheckBackendOptions {
  /** Products tried for each element type; 300 unless said. */
  products?: number
  /** Decides shapes and numbers; 1 unless said. */
  seed?: number
}

/** What a check of a backend did. */
export interface BackendReport {
  readonly backend: string
  readonly products: number
  /** The largest error of a product, as a share of the bound that theory gives. Below 1. */
  readonly worstOfBound: number
}

const DTYPES: readonly Dtype[] = ['float32', 'float64']
const UNIT_ROUNDOFF = { float32: 2 ** -24, float64: 2 ** -53 }
/** Sizes at which tiles, vectors and panels begin and end. */
const SIZES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65]
const FACTORS = [0, 1, -1, 0.7]
/** n, k, m at which operations in one pass are compared with their parts. */
const LAYERS = [[1, 1, 1], [5, 3, 2], [9, 17, 10], [32, 33, 7]]
/** Stands around a result; a kernel that writes past its end changes one. */
const CANARY = 123456
const MARGIN = 5

/**
 * Holds a backend to its contract: memory that is zero and apart, products against the three loops over random shapes,
 * transposes, factors and strides within the rounding bound of theory and without any difference on small whole numbers, an
 * old NaN in C not read where beta is 0, `descend` and `affine`, where it has them, with the bits of their parts, and
 * nothing written outside the result.
 *
 * Its memory must be the host's: what it computed is read in place, and `read` must have copied when it returns. One whose
 * `read` is a promise is refused.
 *
 * Shapes: op(A): m × k, op(B): k × n, C: m × n with sizes from 0 to 65. Throws `PluginError` naming the product that is
 * wrong. Works in any test runner.
 */
export function checkBackend(backend: Backend, { products = 300, seed = 1 }: CheckBackendOptions = {}): BackendReport {
  const draws = random(seed)
  checkMemory(backend)
  let worstOfBound = 0
  for (const dtype of DTYPES) {
    for (let count = 0; count < products; count++) {
      const product = drawProduct(backend, dtype, draws, count % 2 === 0)
      worstOfBound = Math.max(worstOfBound, checkProduct(backend, product))
    }
  }
  checkDescend(backend, draws)
  checkAffine(backend, draws)
  return { backend: backend.name, products: 2 * products, worstOfBound }
}

function checkMemory(backend: Backend): void {
  for (const dtype of DTYPES) {
    const first = backend.alloc(dtype, 7)
    const second = backend.alloc(dtype, 7)
    const values = viewOf(first)
    if (values.length !== 7 || values.some((x) => x !== 0)) {
      throw wrong(backend, 'alloc', '7 zeros', `${values.length} numbers: ${values.join(' ')}`)
    }
    values.fill(1)
    if (viewOf(second).some((x) => x !== 0)) throw wrong(backend, 'alloc', 'regions apart from each other', 'two that overlap')
    const given = values.map((_, i) => i + 0.5)
    backend.write(second, given)
    const back = given.slice().fill(0)
    void backend.read(second, back)
    if (back.some((x, i) => x !== given[i])) throw wrong(backend, 'read', given.join(' '), back.join(' '))
    first.free()
    second.free()
  }
}

interface Product {
  readonly transposeA: boolean
  readonly transposeB: boolean
  readonly alpha: number
  readonly beta: number
  readonly a: Block
  readonly b: Block
  readonly c: Block
  readonly dtype: Dtype
  readonly whole: boolean
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

function blockOf(backend: Backend, dtype: Dtype, rows: number, cols: number, stride: number, number: () => number): Block {
  const region = backend.alloc(dtype, 2 * MARGIN + stride * cols)
  viewOf(region).fill(CANARY)
  const block = { buffer: region.buffer, offset: region.offset + MARGIN, rows, cols, stride }
  each(block, (at) => (block.buffer[at] = number()))
  return block
}

/** Runs one product on the backend and by the three loops in float64. Returns the largest error as a share of its bound. */
function checkProduct(backend: Backend, product: Product): number {
  const { transposeA, transposeB, alpha, beta, a, b, c, dtype, whole } = product
  const expected = inFloat64(c)
  const gauge = inFloat64(c)
  each(gauge, (at) => (gauge.buffer[at] = Math.abs(gauge.buffer[at])))
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
  return worst
}

/** w − eta · (scale · delta aᵀ) in one pass has the bits of the product, then the update. */
function checkDescend(backend: Backend, draws: Random): void {
  if (!backend.descend) return
  for (const dtype of DTYPES) {
    for (const [n, k, m] of LAYERS) {
      const block = (rows: number, cols: number) => blockOf(backend, dtype, rows, cols, rows, () => draws.normal())
      const [delta, a, w, gradient] = [block(n, m), block(k, m), block(n, k), block(n, k)]
      const eta = backend.alloc('float64', 1)
      viewOf(eta)[0] = 0.3
      const parts = viewOf({ ...w, length: n * k }).slice()
      backend.gemm(false, true, 1 / m, delta, a, 0, gradient)
      each(gradient, (at, j, i) => (parts[j + i * n] -= 0.3 * gradient.buffer[at]))
      backend.descend(eta, 1 / m, delta, a, w)
      requireBits(backend, `descend ${n} × ${k}, m = ${m}, ${dtype}`, w, parts)
      requireCanaries(backend, 'descend', w)
    }
  }
}

/** w a + b in one pass has the bits of the product, then the sum. */
function checkAffine(backend: Backend, draws: Random): void {
  if (!backend.affine) return
  for (const dtype of DTYPES) {
    for (const [n, k, m] of LAYERS) {
      const block = (rows: number, cols: number) => blockOf(backend, dtype, rows, cols, rows, () => draws.normal())
      const [w, a, b, z, product] = [block(n, k), block(k, m), block(n, 1), block(n, m), block(n, m)]
      backend.gemm(false, false, 1, w, a, 0, product)
      const parts = viewOf({ ...product, length: n * m }).slice()
      each(product, (at, j, i) => (parts[j + i * n] = product.buffer[at] + b.buffer[b.offset + j]))
      each(z, (at) => (z.buffer[at] = NaN))
      backend.affine(w, a, b, z)
      requireBits(backend, `affine ${n} × ${k}, m = ${m}, ${dtype}`, z, parts)
      requireCanaries(backend, 'affine', z)
    }
  }
}

/** Throws where a result of one pass is not what its parts gave, column after column. */
function requireBits(backend: Backend, name: string, result: Block, parts: Floats): void {
  each(result, (at, j, i) => {
    const [expected, got] = [parts[j + i * result.rows], result.buffer[at]]
    if (got !== expected) throw wrong(backend, `${name}, entry (${j}, ${i})`, `the bits of its parts, ${expected}`, String(got))
  })
}

function requireCanaries(backend: Backend, name: string, c: Block): void {
  const { buffer, offset, rows, cols, stride } = c
  for (let at = offset - MARGIN; at < offset + stride * cols + MARGIN; at++) {
    const inside = at >= offset && at < offset + stride * cols && (at - offset) % stride < rows
    if (inside || buffer[at] === CANARY) continue
    throw wrong(backend, name, 'nothing written outside the result', `${buffer[at]} at ${at - offset}`)
  }
}

function nameOf({ transposeA, transposeB, alpha, beta, a, b, c, dtype }: Product): string {
  const factor = (block: Block, transposed: boolean) => `${block.rows} × ${block.cols}${transposed ? 'ᵀ' : ''}`
  return `gemm ${alpha} · (${factor(a, transposeA)}) (${factor(b, transposeB)}) + ${beta} · (${c.rows} × ${c.cols}), ${dtype}`
}

function each({ offset, rows, cols, stride }: Block, visit: (at: number, j: number, i: number) => void): void {
  for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) visit(offset + j + i * stride, j, i)
}

function inFloat64({ buffer, offset, rows, cols, stride }: Block): Block {
  const copy = Float64Array.from(buffer.subarray(offset, offset + stride * cols))
  return { buffer: copy, offset: 0, rows, cols, stride }
}

function absolute(block: Block): Block {
  const copy = inFloat64(block)
  copy.buffer.forEach((x, at) => (copy.buffer[at] = Math.abs(x)))
  return copy
}

function viewOf({ buffer, offset, length }: Pick<Region, 'buffer' | 'offset' | 'length'>): Floats {
  return buffer.subarray(offset, offset + length)
}

function wrong(backend: Backend, where: string, expected: string, got: string): PluginError {
  return new PluginError({
    plugin: backend.name,
    where: `checkBackend, ${backend.name}, ${where}`,
    expected,
    got,
    fix: 'Compare with src/reference/gemm.ts of @nablajs/linalg, which is the specification.',
  })
}
