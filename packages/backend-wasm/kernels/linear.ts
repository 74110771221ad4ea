import { map, VECTORS } from './map'

class Same<T> {
  @inline of(z: v128): v128 { return z }
}

/** a = z. */
export function linear_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Same<f32>>(VECTORS, rows, cols, stride, z, a)
}
export function linear_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Same<f64>>(VECTORS, rows, cols, stride, z, a)
}

/** delta = g. */
export function linear_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  map<f32, Same<f32>>(VECTORS, rows, cols, stride, g, delta)
}
export function linear_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  map<f64, Same<f64>>(VECTORS, rows, cols, stride, g, delta)
}
