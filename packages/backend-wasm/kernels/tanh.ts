import { exp, ONE } from './exp'
import { DOUBLES, map, mapTimes } from './map'
import { tanhRun, slopeRun } from './runsFloat32'

const TWO = memory.data<f64>([2, 2], 16)
const MINUS_TWO = memory.data<f64>([-2, -2], 16)
const FOUR = memory.data<f64>([4, 4], 16)
const SIGN = memory.data<i64>([i64.MIN_VALUE, i64.MIN_VALUE], 16)
/** Below it the quotient, beyond it the exponential. */
const SPLIT = memory.data<f64>([0.575, 0.575], 16)

// linalg's quotient for (tanh x − x) / x³ in x², lowest power first; the leading coefficient below is 1.
const A0 = memory.data<f64>([-1614.1620089740848, -1614.1620089740848], 16)
const A1 = memory.data<f64>([-99.26226205420662, -99.26226205420662], 16)
const A2 = memory.data<f64>([-0.9643891887392532, -0.9643891887392532], 16)
const B0 = memory.data<f64>([4842.486026922255, 4842.486026922255], 16)
const B1 = memory.data<f64>([2234.781196931466, 2234.781196931466], 16)
const B2 = memory.data<f64>([112.78409912377334, 112.78409912377334], 16)

@inline
function plus(a: usize, x: v128, b: v128): v128 {
  return f64x2.add(v128.load(a), f64x2.mul(x, b))
}

/** tanh x − x of two doubles |x| ≤ 0.575. */
@inline
export function tanhRemainder(x: v128): v128 {
  const square = f64x2.mul(x, x)
  const above = plus(A0, square, plus(A1, square, v128.load(A2)))
  const below = plus(B0, square, plus(B1, square, f64x2.add(v128.load(B2), square)))
  return f64x2.mul(f64x2.mul(x, square), f64x2.div(above, below))
}

/** tanh z, odd to the bit. */
class Value {
  @inline of(z: v128): v128 {
    const size = f64x2.abs(z)
    const near = f64x2.add(size, tanhRemainder(size))
    const e = exp<f64>(f64x2.mul(v128.load(TWO), size))
    const far = f64x2.sub(v128.load(ONE), f64x2.div(v128.load(TWO), f64x2.add(e, v128.load(ONE))))
    return v128.or(v128.bitselect(near, far, f64x2.lt(size, v128.load(SPLIT))), v128.and(z, v128.load(SIGN)))
  }
}

/** tanh′ z = 4e / (1 + e)², e = e^(−2|z|). */
class Slope {
  @inline of(z: v128): v128 {
    const e = exp<f64>(f64x2.mul(v128.load(MINUS_TWO), f64x2.abs(z)))
    // (1 + e)² as in sigmoid.
    return f64x2.div(f64x2.mul(v128.load(FOUR), e), f64x2.add(v128.load(ONE), f64x2.mul(e, f64x2.add(v128.load(TWO), e))))
  }
}

/** a = tanh z. Columns that touch are one run. */
export function tanh_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  const touching = rows == stride || cols == 1
  for (let i = touching ? cols : 1; i <= cols; i++) {
    tanhRun(z, a, <usize>(touching ? rows * cols : rows) << 2)
    z += <usize>stride << 2
    a += <usize>stride << 2
  }
}
export function tanh_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value>(DOUBLES, rows, cols, stride, z, a)
}

/** delta = g ⊙ tanh′ z. */
export function tanh_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  const touching = rows == stride || cols == 1
  for (let i = touching ? cols : 1; i <= cols; i++) {
    slopeRun(2, z, g, delta, <usize>(touching ? rows * cols : rows) << 2)
    z += <usize>stride << 2
    g += <usize>stride << 2
    delta += <usize>stride << 2
  }
}
export function tanh_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope>(DOUBLES, rows, cols, stride, z, g, delta)
}
