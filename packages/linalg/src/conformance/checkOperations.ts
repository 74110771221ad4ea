import type { Backend, Block, Dtype } from '../backend.js'
import type { Random } from '../random.js'
import { gemm as threeLoops } from '../reference/gemm.js'
import { absolute, blockOf, DTYPES, each, inFloat64, release, requireCanaries, requireClose, UNIT_ROUNDOFF, viewOf, wrong, type OwnBlock } from './blocks.js'

/** n, k, m at which optional operations are compared with their parts. */
const LAYERS = [[1, 1, 1], [5, 3, 2], [9, 17, 10], [32, 33, 7], [31, 2, 65]]

/**
 * Holds each optional operation that a backend has to its parts: with their bits where it is exact, else within the bound of
 * theory, since a sum and a product may then be rounded together.
 *
 * Shapes: w: n × k, a: k × m, b: n × 1, z and delta: n × m. Throws `PluginError`.
 */
export function checkOperations(backend: Backend, draws: Random): void {
  for (const dtype of DTYPES) {
    for (const [n, k, m] of LAYERS) {
      const name = (operation: string) => `${operation} ${n} × ${k}, m = ${m}, ${dtype}`
      const made: OwnBlock[] = []
      const block = (rows: number, cols: number, stride = rows) => {
        const own = blockOf(backend, dtype, rows, cols, stride, () => draws.normal())
        made.push(own)
        return own
      }
      checkDescend(backend, name('descend'), dtype, block(n, m), block(k, m), block(n, k), block(n, k))
      checkAffine(backend, name('affine'), dtype, block(n, k), block(k, m), block(n, 1), block(n, m), block(n, m))
      for (const stride of [n, n + 3]) {
        checkAddColumn(backend, name('addColumn'), dtype, block(n, 1), block(n, m, stride))
        checkRowSums(backend, name('rowSums'), dtype, block(n, m, stride), block(n, 1))
      }
      checkConvert(backend, name('convert'), dtype, draws, block(n, 2 * m + 1), m)
      release(...made)
    }
  }
}

const ETA = 0.3

/** w − eta · (scale · delta aᵀ), rounded after each: the product, then the update. */
function checkDescend(backend: Backend, name: string, dtype: Dtype, delta: Block, a: Block, w: Block, gradient: Block): void {
  if (!backend.descend) return
  const { cols: m } = a
  const eta = backend.alloc('float64', 1)
  viewOf(eta)[0] = ETA
  const round = roundTo(dtype)
  const before = inFloat64(w)
  const gauge = absolute(w)
  threeLoops(false, true, ETA / m, absolute(delta), absolute(a), 1, gauge)
  backend.gemm(false, true, 1 / m, delta, a, 0, gradient)
  const parts = (j: number, i: number) => round(entry(before, j, i) - round(round(ETA) * entry(gradient, j, i)))
  backend.descend(eta, 1 / m, delta, a, w)
  requireClose(backend, name, w, parts, boundOf(backend, dtype, m, gauge))
  requireCanaries(backend, name, w)
  eta.free()
}

/** w a + b: the product, then the sum. */
function checkAffine(backend: Backend, name: string, dtype: Dtype, w: Block, a: Block, b: Block, z: Block, product: Block): void {
  if (!backend.affine) return
  const round = roundTo(dtype)
  const gauge = inFloat64(z)
  threeLoops(false, false, 1, absolute(w), absolute(a), 0, gauge)
  each(gauge, (at, j) => (gauge.buffer[at] += Math.abs(entry(b, j, 0))))
  backend.gemm(false, false, 1, w, a, 0, product)
  const parts = (j: number, i: number) => round(entry(product, j, i) + entry(b, j, 0))
  each(z, (at) => (z.buffer[at] = NaN))
  backend.affine(w, a, b, z)
  requireClose(backend, name, z, parts, boundOf(backend, dtype, w.cols, gauge))
  requireCanaries(backend, name, z)
}

/** z + b, one sum: it has one right result, on every backend. */
function checkAddColumn(backend: Backend, name: string, dtype: Dtype, b: Block, z: Block): void {
  if (!backend.addColumn) return
  const round = roundTo(dtype)
  z.buffer[z.offset] = NaN
  b.buffer[b.offset + b.rows - 1] = Infinity
  const before = inFloat64(z)
  backend.addColumn(b, z)
  requireClose(backend, name, z, (j, i) => round(entry(before, j, i) + entry(b, j, 0)), () => 0)
  requireCanaries(backend, name, z)
  requireCanaries(backend, name, b)
}

/** scale · Σ, within the bound of a sum in any precision of at least the element type. */
function checkRowSums(backend: Backend, name: string, dtype: Dtype, a: Block, out: Block): void {
  if (!backend.rowSums) return
  const scale = 1 / a.cols
  const sum = (numbers: Block, j: number) => {
    let total = 0
    for (let i = 0; i < numbers.cols; i++) total += entry(numbers, j, i)
    return total
  }
  const unit = (a.cols + 2) * UNIT_ROUNDOFF[dtype]
  const check = () => {
    each(out, (at) => (out.buffer[at] = NaN))
    backend.rowSums?.(scale, a, out)
    const sizes = absolute(a)
    requireClose(backend, name, out, (j) => scale * sum(a, j), (j) => unit * scale * sum(sizes, j))
    requireCanaries(backend, name, out)
  }
  check()
  a.buffer[a.offset + a.rows - 1] = NaN
  a.buffer[a.offset] = a.rows > 1 ? -Infinity : NaN
  check()
}

/** scale · byte, scale in the element type: one product, which has one right result. The bytes lie behind the block. */
function checkConvert(backend: Backend, name: string, dtype: Dtype, draws: Random, wide: Block, cols: number): void {
  if (!backend.convert) return
  const round = roundTo(dtype)
  const { buffer, offset, rows } = wide
  const first = buffer.byteOffset + offset * buffer.BYTES_PER_ELEMENT
  const memory = new Uint8Array(buffer.buffer, first, rows * wide.cols * buffer.BYTES_PER_ELEMENT)
  const to = { ...wide, cols }
  const end = rows * cols * buffer.BYTES_PER_ELEMENT
  memory.forEach((_, at) => (memory[at] = draws.integer(256)))
  // Not only from where a number could begin.
  for (const shift of [0, 1]) {
    const before = memory.slice()
    backend.convert(first + end + shift, 1 / 255, to)
    requireClose(backend, name, to, (j, i) => round(before[end + shift + j + i * rows] * round(1 / 255)), () => 0)
    const changed = memory.findIndex((byte, at) => at >= end && byte !== before[at])
    if (changed >= 0) throw wrong(backend, name, 'nothing written outside the result', `byte ${changed - end} behind it`)
    requireCanaries(backend, name, wide)
  }
}

function entry({ buffer, offset, stride }: Block, j: number, i: number): number {
  return buffer[offset + j + i * stride]
}

function roundTo(dtype: Dtype): (x: number) => number {
  return dtype === 'float32' ? Math.fround : (x) => x
}

/** 0 where the bits must be those of the parts; else the error that either may have, together. */
function boundOf({ exact }: Backend, dtype: Dtype, terms: number, gauge: Block): (j: number, i: number) => number {
  const unit = exact ? 0 : 2 * (terms + 6) * UNIT_ROUNDOFF[dtype]
  return (j, i) => unit * entry(gauge, j, i)
}
