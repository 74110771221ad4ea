import { map, mapTimes, VECTORS } from './map'

/** max(0, z); NaN stays NaN, and −0 becomes 0. */
class Value<T> {
  @inline of(z: v128): v128 {
    const zero = v128.splat<T>(0)
    return v128.add<T>(v128.pmax<T>(z, zero), zero)
  }
}

/** 1 for z > 0, 0 for z ≤ 0, NaN for NaN. */
class Slope<T> {
  @inline of(z: v128): v128 {
    const step = v128.and(v128.gt<T>(z, v128.splat<T>(0)), v128.splat<T>(1))
    return v128.bitselect(step, z, v128.eq<T>(z, z))
  }
}

/** a = max(0, z). */
export function relu_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Value<f32>>(VECTORS, rows, cols, stride, z, a)
}
export function relu_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value<f64>>(VECTORS, rows, cols, stride, z, a)
}

/** delta = g where z > 0. */
export function relu_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, Slope<f32>>(VECTORS, rows, cols, stride, z, g, delta)
}
export function relu_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope<f64>>(VECTORS, rows, cols, stride, z, g, delta)
}
