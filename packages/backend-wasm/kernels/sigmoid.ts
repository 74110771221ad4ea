import { exp, ONE } from './exp'
import { expFloat32, ONE_32, TWO_32 } from './expFloat32'
import { DOUBLES, map, mapTimes, VECTORS } from './map'

/**
 * σ(z) of two doubles, for a result of type T.
 *
 * For float32 it is 1 / (1 + e^(−z)), right to 2⁻²⁷, so the rounding to float32 is all that is seen. In float64 e = e^(−|z|) and
 * e / (1 + e), or 1 less it: both keep their digits in both tails.
 */
@inline
export function sigmoid<T>(z: v128): v128 {
  const one = v128.load(ONE)
  if (sizeof<T>() == 4) return f64x2.div(one, f64x2.add(one, exp<T>(f64x2.neg(z))))
  const e = exp<T>(f64x2.neg(f64x2.abs(z)))
  const q = f64x2.div(e, f64x2.add(one, e))
  return v128.bitselect(q, f64x2.sub(one, q), f64x2.lt(z, f64x2.splat(0)))
}

class Value<T> {
  @inline of(z: v128): v128 { return sigmoid<T>(z) }
}

/** σ′(z) = e / (1 + e)², e = e^(−|z|). */
class Slope {
  @inline of(z: v128): v128 {
    const e = exp<f64>(f64x2.neg(f64x2.abs(z)))
    const d = f64x2.add(v128.load(ONE), e)
    return f64x2.div(e, f64x2.mul(d, d))
  }
}

/** The same of four floats. */
class SlopeFloat32 {
  @inline of(z: v128): v128 {
    const e = expFloat32(f32x4.neg(f32x4.abs(z)))
    // (1 + e)² as 1 + e (2 + e): one rounding that counts, not three.
    return f32x4.div(e, f32x4.add(v128.load(ONE_32), f32x4.mul(e, f32x4.add(v128.load(TWO_32), e))))
  }
}

/** a = σ(z). */
export function sigmoid_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Value<f32>>(DOUBLES, rows, cols, stride, z, a)
}
export function sigmoid_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value<f64>>(DOUBLES, rows, cols, stride, z, a)
}

/** delta = g ⊙ σ′(z). */
export function sigmoid_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, SlopeFloat32>(VECTORS, rows, cols, stride, z, g, delta)
}
export function sigmoid_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope>(DOUBLES, rows, cols, stride, z, g, delta)
}
