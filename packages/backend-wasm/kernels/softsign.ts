import { ONE } from './exp'
import { DOUBLES, map, mapTimes } from './map'

/** z / (1 + |z|), ±∞ taken as the largest numbers. In doubles: in float32 it would fall here and there, as 1 + |z| is rounded. */
class Value<T> {
  @inline of(z: v128): v128 {
    const largest = f64x2.splat(f64.MAX_VALUE)
    const x = f64x2.pmax(f64x2.pmin(z, largest), f64x2.neg(largest))
    return f64x2.div(x, f64x2.add(v128.load(ONE), f64x2.abs(x)))
  }
}

/** 1 / (1 + |z|)², divided before the square: that of a large number would be ∞. */
class Slope<T> {
  @inline of(z: v128): v128 {
    const r = f64x2.div(v128.load(ONE), f64x2.add(v128.load(ONE), f64x2.abs(z)))
    return f64x2.mul(r, r)
  }
}

/** a = z / (1 + |z|). */
export function softsign_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Value<f32>>(DOUBLES, rows, cols, stride, z, a)
}
export function softsign_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Value<f64>>(DOUBLES, rows, cols, stride, z, a)
}

/** delta = g ⊙ 1 / (1 + |z|)². */
export function softsign_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, Slope<f32>>(DOUBLES, rows, cols, stride, z, g, delta)
}
export function softsign_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope<f64>>(DOUBLES, rows, cols, stride, z, g, delta)
}
