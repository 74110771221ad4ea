import { DOUBLES, map, mapTimes } from './map'

const INVERSE_LN2: f64 = 1.4426950408889634
const LN2: f64 = 0.6931471805599453
/** ln 2 but for LN2_LOW, in 33 bits, so that k times it is exact. */
@inline export const LN2_HIGH: f64 = 0.6931471804855391
@inline export const LN2_LOW: f64 = 7.440617110012397e-11
/** 1.5 · 2⁵²: a number plus it is a whole number in its lowest bits. */
const WHOLE: f64 = 6755399441055744
/** 2⁵² + 1023: k plus it has the exponent of 2ᵏ in its lowest bits. */
const BIASED: f64 = 4503599627371519

@inline
function c(x: f64): v128 {
  return f64x2.splat(x)
}

/** 2ᵏ of whole k from −1022 to 1023. */
@inline
export function powerOfTwo(k: v128): v128 {
  return i64x2.shl(f64x2.add(k, c(BIASED)), 52)
}

/** eʳ − 1 − r for |r| ≤ ½ ln 2: as linalg's in float64; for float32 its minimax polynomial of degree 6, an error of 2⁻²⁸ of eʳ. */
@inline
export function expRemainder<T>(r: v128): v128 {
  const r2 = f64x2.mul(r, r)
  if (sizeof<T>() == 4) {
    const low = f64x2.add(c(0.49999993447885543), f64x2.mul(r, c(0.16666520631778625)))
    const high = f64x2.add(c(0.041668388028815236), f64x2.mul(r, c(0.008368716862509092)))
    return f64x2.mul(r2, f64x2.add(low, f64x2.mul(r2, f64x2.add(high, f64x2.mul(r2, c(0.0013814599345020537))))))
  }
  const r4 = f64x2.mul(r2, r2)
  const low = f64x2.add(
    f64x2.add(c(0.16666666666666677), f64x2.mul(c(0.04166666666666669), r)),
    f64x2.mul(r2, f64x2.add(c(0.008333333333321435), f64x2.mul(c(0.0013888888888869807), r))),
  )
  const high = f64x2.add(
    f64x2.add(c(0.0001984126988673681), f64x2.mul(c(2.480158735686344e-5), r)),
    f64x2.mul(r2, f64x2.add(c(2.7557243499485175e-6), f64x2.mul(c(2.7557244894838124e-7), r))),
  )
  const top = f64x2.add(c(2.510931322960975e-8), f64x2.mul(c(2.092397950347336e-9), r))
  const rest = f64x2.add(low, f64x2.mul(r4, f64x2.add(high, f64x2.mul(r4, top))))
  return f64x2.add(f64x2.mul(c(0.5), r2), f64x2.mul(f64x2.mul(r, r2), rest))
}

/**
 * eˣ of two doubles, for a result of type T: in float64 below 1 ulp; for float32 right to 2⁻²⁸ from −104 to 89, beyond which it is
 * 0 or ∞ in float32. NaN for NaN.
 *
 * eˣ = 2ᵏ eʳ, r = x − k ln 2, as in linalg's exact functions.
 */
@inline
export function exp<T>(x: v128): v128 {
  if (sizeof<T>() == 4) {
    const t = f64x2.pmin(f64x2.pmax(x, c(-104)), c(104))
    const bits = f64x2.add(f64x2.mul(t, c(INVERSE_LN2)), c(WHOLE))
    const r = f64x2.sub(t, f64x2.mul(f64x2.sub(bits, c(WHOLE)), c(LN2)))
    return i64x2.add(f64x2.add(c(1), f64x2.add(r, expRemainder<T>(r))), i64x2.shl(bits, 52))
  }
  const t = f64x2.pmin(f64x2.pmax(x, c(-746)), c(710))
  const k = f64x2.nearest(f64x2.mul(t, c(INVERSE_LN2)))
  const high = f64x2.sub(t, f64x2.mul(k, c(LN2_HIGH)))
  const low = f64x2.mul(k, c(LN2_LOW))
  const sum = f64x2.add(c(1), high)
  const lost = f64x2.add(f64x2.sub(c(1), sum), high)
  const m = f64x2.add(sum, f64x2.add(lost, f64x2.sub(expRemainder<T>(f64x2.sub(high, low)), low)))
  // In two halves: the result may be subnormal, or above the largest power of two.
  const half = f64x2.nearest(f64x2.mul(k, c(0.5)))
  return f64x2.mul(f64x2.mul(m, powerOfTwo(half)), powerOfTwo(f64x2.sub(k, half)))
}

/** eˣ − 1 of two doubles x ≤ 0, for a result of type T, without cancellation near 0: 2ᵏ (eʳ − 1) + (2ᵏ − 1). −0 gives 0. */
@inline
export function expm1<T>(x: v128): v128 {
  // From −40 down eˣ − 1 rounds to −1.
  const t = f64x2.pmax(x, c(-40))
  const k = f64x2.nearest(f64x2.mul(t, c(INVERSE_LN2)))
  const high = f64x2.sub(t, f64x2.mul(k, c(LN2_HIGH)))
  const low = f64x2.mul(k, c(LN2_LOW))
  const scale = powerOfTwo(k)
  const rest = f64x2.add(high, f64x2.sub(expRemainder<T>(f64x2.sub(high, low)), low))
  return f64x2.add(f64x2.mul(scale, rest), f64x2.sub(scale, c(1)))
}

class Exp<T> {
  @inline of(z: v128): v128 { return exp<T>(z) }
}

/** a = e^z. */
export function exp_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Exp<f32>>(DOUBLES, rows, cols, stride, z, a)
}
export function exp_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Exp<f64>>(DOUBLES, rows, cols, stride, z, a)
}
/** delta = g ⊙ e^z. */
export function exp_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, Exp<f32>>(DOUBLES, rows, cols, stride, z, g, delta)
}
export function exp_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Exp<f64>>(DOUBLES, rows, cols, stride, z, g, delta)
}
