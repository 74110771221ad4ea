import { exp, FROM_64, halfOf, highOf, ONE, powerOf, powerOfTwo, tailOf } from './exp'
import { DOUBLES, map, mapTimes } from './map'
import { sigmoidRun, slopeRun } from './runsFloat32'
import { tanhRemainder } from './tanh'

const HALF = memory.data<f64>([0.5, 0.5], 16)
const TWO = memory.data<f64>([2, 2], 16)
/** Up to here σ(z) is taken from tanh(z/2), whose quotient is made for half of it. */
const SPLIT = memory.data<f64>([1.15, 1.15], 16)

/**
 * σ(z) of two doubles, for a result of type T.
 *
 * For float32 it is 1 / (1 + e^(−z)), right to 2⁻²⁷, so the rounding to float32 is all that is seen. In float64 ½ + ½ tanh(z/2)
 * near 0; beyond, with e = e^(−|z|), e / (1 + e) as e − e · e / (1 + e), or 1 less it. So both keep their digits in both tails.
 */
@inline
export function sigmoid<T>(z: v128): v128 {
  const one = v128.load(ONE)
  if (sizeof<T>() == 4) return f64x2.div(one, f64x2.add(one, exp<T>(f64x2.neg(z))))
  const size = f64x2.abs(z)
  const w = f64x2.mul(v128.load(HALF), z)
  const near = f64x2.add(v128.load(HALF), f64x2.mul(v128.load(HALF), f64x2.add(w, tanhRemainder(w))))
  const t = f64x2.pmax(f64x2.neg(size), v128.load(FROM_64))
  const k = powerOf(t)
  const high = highOf(t, k)
  const half = halfOf(k)
  const scale = powerOfTwo(half)
  const rest = powerOfTwo(f64x2.sub(k, half))
  // e in two parts, both without the second half of its power of two.
  const lead = f64x2.mul(f64x2.add(one, high), scale)
  const tail = f64x2.mul(tailOf(high, k), scale)
  const sum = f64x2.add(lead, tail)
  const e = f64x2.mul(sum, rest)
  const d = f64x2.add(one, e)
  const quotient = f64x2.div(e, d)
  // What 1 + e lost: the quotient is too large by quotient · lost / (1 + e), and 1 / (1 + e) is 1 − quotient.
  const lost = f64x2.sub(e, f64x2.sub(d, one))
  const product = f64x2.mul(sum, f64x2.sub(quotient, f64x2.mul(lost, f64x2.mul(quotient, f64x2.sub(one, quotient)))))
  const q = f64x2.mul(f64x2.sub(lead, f64x2.sub(product, tail)), rest)
  const far = v128.bitselect(q, f64x2.sub(one, q), f64x2.lt(z, f64x2.splat(0)))
  return v128.bitselect(near, far, f64x2.lt(size, v128.load(SPLIT)))
}

class Value {
  @inline of(z: v128): v128 { return sigmoid<f64>(z) }
}

/** σ′(z) = e / (1 + e)², e = e^(−|z|). */
class Slope {
  @inline of(z: v128): v128 {
    const e = exp<f64>(f64x2.neg(f64x2.abs(z)))
    // (1 + e)² as 1 + e (2 + e): one rounding that counts, not three.
    return f64x2.div(e, f64x2.add(v128.load(ONE), f64x2.mul(e, f64x2.add(v128.load(TWO), e))))
  }
}

/** a = σ(z). Columns that touch are one run. */
export function sigmoid_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  const touching = rows == stride || cols == 1
  for (let i = touching ? cols : 1; i <= cols; i++) {
    sigmoidRun(z, a, <usize>(touching ? rows * cols : rows) << 2)
    z += <usize>stride << 2
    a += <usize>stride << 2
  }
}
export function sigmoid_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value>(DOUBLES, rows, cols, stride, z, a)
}

/** delta = g ⊙ σ′(z). */
export function sigmoid_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  const touching = rows == stride || cols == 1
  for (let i = touching ? cols : 1; i <= cols; i++) {
    slopeRun(1, z, g, delta, <usize>(touching ? rows * cols : rows) << 2)
    z += <usize>stride << 2
    g += <usize>stride << 2
    delta += <usize>stride << 2
  }
}
export function sigmoid_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope>(DOUBLES, rows, cols, stride, z, g, delta)
}
