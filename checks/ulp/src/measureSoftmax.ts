import { random, type Backend, type Dtype } from '@nablajs/linalg'
import { add, divide, multiply, type DoubleDouble } from './doubleDouble.js'
import { exp } from './doubleDoubleFunctions.js'

/** The largest errors of softmax over random columns, as shares of their bounds: passed at most 1. */
export interface SoftmaxMeasured {
  readonly columns: number
  readonly value: number
  readonly pullback: number
}

const UNIT_ROUNDOFF = { float32: 2 ** -24, float64: 2 ** -53 }
/** The largest |z|: e^(−2|z|) is still a normal number. */
const REACH = { float32: 40, float64: 300 }
/** Roundings beside those of the sum. */
const SPARE = 4
const ZERO: DoubleDouble = { high: 0, low: 0 }

/**
 * Softmax and its pullback a_j Σ_k a_k (g_j − g_k) against double-double, columns of 1 to 40 neurons, saturated and not, onto memory
 * of g too. The value is held to (n + 2|z| + 4) ε of itself, since z_j less the
 * largest is rounded; the pullback, from the kernel's own a, to (n + 4) ε of a_j Σ_k a_k |g_j − g_k|.
 *
 * Shapes: none.
 */
export function measureSoftmax(backend: Backend, dtype: Dtype, columns: number, seed: number): SoftmaxMeasured {
  const kernel = backend.kernels.softmax
  if (!kernel) throw new RangeError(`${backend.name} has no kernel softmax`)
  const draws = random(seed)
  const most = 40
  const [z, a, g, delta] = [0, 1, 2, 3].map(() => backend.alloc(dtype, most))
  if (!z || !a || !g || !delta) throw new RangeError('four regions')
  const unit = UNIT_ROUNDOFF[dtype]
  let value = 0
  let pullback = 0
  for (let column = 0; column < columns; column++) {
    const rows = 1 + draws.integer(most)
    const shape = { rows, cols: 1, stride: rows }
    const reach = draws.integer(2) === 0 ? 2 : REACH[dtype]
    for (let j = 0; j < rows; j++) {
      z.buffer[z.offset + j] = reach * (2 * draws.uniform() - 1)
      g.buffer[g.offset + j] = draws.normal()
    }
    kernel.apply(shape, z, a)
    const before = Array.from(g.buffer.subarray(g.offset, g.offset + rows))
    const out = column % 2 === 0 ? g : delta
    kernel.pullback(shape, z, a, g, out)
    const inputs = Array.from(z.buffer.subarray(z.offset, z.offset + rows))
    const shares = Array.from(a.buffer.subarray(a.offset, a.offset + rows))
    const exponentials = inputs.map((x) => exp(x))
    const sum = exponentials.reduce(add, ZERO)
    for (let j = 0; j < rows; j++) {
      const wanted = divide(exponentials[j] ?? ZERO, sum)
      value = Math.max(value, distance(shares[j] ?? NaN, wanted) / ((rows + 2 * reach + SPARE) * unit * wanted.high))
      let gradient = ZERO
      let size = 0
      for (let k = 0; k < rows; k++) {
        const difference = add({ high: before[j] ?? NaN, low: 0 }, { high: -(before[k] ?? NaN), low: 0 })
        const term = multiply(multiply({ high: shares[j] ?? NaN, low: 0 }, { high: shares[k] ?? NaN, low: 0 }), difference)
        gradient = add(gradient, term)
        size += Math.abs(term.high)
      }
      const error = distance(out.buffer[out.offset + j] ?? NaN, gradient)
      if (error > 0) pullback = Math.max(pullback, error / ((rows + SPARE) * unit * size))
    }
  }
  for (const region of [z, a, g, delta]) region.free()
  return { columns, value, pullback }
}

function distance(x: number, { high, low }: DoubleDouble): number {
  return Math.abs(x - high - low)
}
