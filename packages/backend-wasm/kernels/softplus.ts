import { exp } from './exp'
import { log1p } from './log'
import { DOUBLES, map, mapTimes } from './map'
import { sigmoid } from './sigmoid'

/** log(1 + e^z) = max(z, 0) + log(1 + e^(−|z|)). */
class Value<T> {
  @inline of(z: v128): v128 {
    return f64x2.add(f64x2.pmax(z, f64x2.splat(0)), log1p(exp<T>(f64x2.neg(f64x2.abs(z)))))
  }
}

class Slope<T> {
  @inline of(z: v128): v128 { return sigmoid<T>(z) }
}

/** a = log(1 + e^z). */
export function softplus_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Value<f32>>(DOUBLES, rows, cols, stride, z, a)
}
export function softplus_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value<f64>>(DOUBLES, rows, cols, stride, z, a)
}

/** delta = g ⊙ σ(z). */
export function softplus_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, Slope<f32>>(DOUBLES, rows, cols, stride, z, g, delta)
}
export function softplus_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope<f64>>(DOUBLES, rows, cols, stride, z, g, delta)
}
