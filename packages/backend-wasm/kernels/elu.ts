import { exp, expm1 } from './exp'
import { DOUBLES, map, mapTimes } from './map'

class Value<T> {
  @inline of(z: v128): v128 {
    return f64x2.add(f64x2.pmax(z, f64x2.splat(0)), expm1<T>(f64x2.pmin(z, f64x2.splat(0))))
  }
}

class Slope<T> {
  @inline of(z: v128): v128 { return exp<T>(f64x2.pmin(z, f64x2.splat(0))) }
}

/** a = z for z > 0 and e^z − 1 for z ≤ 0. */
export function elu_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Value<f32>>(DOUBLES, rows, cols, stride, z, a)
}
export function elu_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value<f64>>(DOUBLES, rows, cols, stride, z, a)
}

/** delta = g ⊙ e^(min(z, 0)). */
export function elu_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, Slope<f32>>(DOUBLES, rows, cols, stride, z, g, delta)
}
export function elu_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope<f64>>(DOUBLES, rows, cols, stride, z, g, delta)
}
