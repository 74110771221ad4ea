import { map, mapTimes, VECTORS } from './map'

/** The slope for z ≤ 0, as linalg's. */
const LEAK: f64 = 0.01

class Value<T> {
  @inline of(z: v128): v128 {
    return v128.pmax<T>(z, v128.mul<T>(z, v128.splat<T>(<T>LEAK)))
  }
}

/** 1 for z > 0, 0.01 for z ≤ 0, NaN for NaN. */
class Slope<T> {
  @inline of(z: v128): v128 {
    const slope = v128.bitselect(v128.splat<T>(1), v128.splat<T>(<T>LEAK), v128.gt<T>(z, v128.splat<T>(0)))
    return v128.bitselect(slope, z, v128.eq<T>(z, z))
  }
}

/** a = max(z, 0.01 z). */
export function leakyRelu_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Value<f32>>(VECTORS, rows, cols, stride, z, a)
}
export function leakyRelu_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value<f64>>(VECTORS, rows, cols, stride, z, a)
}

/** delta = g where z > 0, 0.01 g elsewhere. */
export function leakyRelu_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, Slope<f32>>(VECTORS, rows, cols, stride, z, g, delta)
}
export function leakyRelu_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope<f64>>(VECTORS, rows, cols, stride, z, g, delta)
}
