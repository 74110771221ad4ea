import { erfc } from './erf'
import { exp } from './exp'
import { DOUBLES, map, mapTimes } from './map'

/** 1/√(2π), the height of the normal density. */
const DENSITY_AT_0: f64 = 0.3989422804014327
const ROOT_TWO: f64 = 1.4142135623730951
/** From here on erfc is 0 or 2, and e^(−z²/2) is 0. */
const REACH: f64 = 39.5

/** 2 Φ(z) = erfc(−z/√2) of two doubles |z| ≤ REACH. Always in float64: Φ is small where float32 still has digits. */
@inline
function twicePhi(z: v128): v128 {
  const t = f64x2.neg(f64x2.div(z, f64x2.splat(ROOT_TWO)))
  return erfc(t, exp<f64>(f64x2.neg(f64x2.mul(t, t))))
}

@inline
function bounded(z: v128, most: f64): v128 {
  return f64x2.pmax(f64x2.pmin(z, f64x2.splat(most)), f64x2.splat(-most))
}

/** z Φ(z), −∞ taken as the largest number's opposite. */
class Value<T> {
  @inline of(z: v128): v128 {
    const x = f64x2.pmax(z, f64x2.splat(-f64.MAX_VALUE))
    return f64x2.mul(f64x2.mul(f64x2.splat(0.5), x), twicePhi(bounded(z, REACH)))
  }
}

/** Φ(z) + z e^(−z²/2)/√(2π). */
class Slope<T> {
  @inline of(z: v128): v128 {
    const x = bounded(z, REACH)
    const density = exp<f64>(f64x2.mul(f64x2.mul(f64x2.splat(-0.5), x), x))
    return f64x2.add(f64x2.mul(f64x2.splat(0.5), twicePhi(x)), f64x2.mul(f64x2.mul(f64x2.splat(DENSITY_AT_0), x), density))
  }
}

/** a = z Φ(z). */
export function gelu_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Value<f32>>(DOUBLES, rows, cols, stride, z, a)
}
export function gelu_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value<f64>>(DOUBLES, rows, cols, stride, z, a)
}

/** delta = g ⊙ (Φ(z) + z e^(−z²/2)/√(2π)). */
export function gelu_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, Slope<f32>>(DOUBLES, rows, cols, stride, z, g, delta)
}
export function gelu_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope<f64>>(DOUBLES, rows, cols, stride, z, g, delta)
}
