import { DOUBLES, map, mapTimes } from './map'

// Constants are loaded, not written into the code: engines build a vector constant anew at each use, which costs a third of the time.
@inline export const ONE = memory.data<f64>([1, 1], 16)
const HALF = memory.data<f64>([0.5, 0.5], 16)
@inline export const INVERSE_LN2 = memory.data<f64>([1.4426950408889634, 1.4426950408889634], 16)
@inline export const LN2 = memory.data<f64>([0.6931471805599453, 0.6931471805599453], 16)
/** ln 2 but for LN2_LOW, in 33 bits, so that k times it is exact. */
@inline export const LN2_HIGH = memory.data<f64>([0.6931471804855391, 0.6931471804855391], 16)
@inline export const LN2_LOW = memory.data<f64>([7.440617110012397e-11, 7.440617110012397e-11], 16)
/** 1.5 · 2⁵²: a number plus it is a whole number in its lowest bits. */
@inline export const WHOLE = memory.data<f64>([6755399441055744, 6755399441055744], 16)
/** 2⁵² + 1023: k plus it has the exponent of 2ᵏ in its lowest bits. */
const BIASED = memory.data<f64>([4503599627371519, 4503599627371519], 16)
/** Beyond these 4 e^x is 0 or ∞ in float32, and e^x so in float64; from −40 down e^x − 1 is −1. */
@inline export const FROM_32 = memory.data<f64>([-110, -110], 16)
@inline export const TO_32 = memory.data<f64>([104, 104], 16)
@inline export const FROM_64 = memory.data<f64>([-746, -746], 16)
const TO_64 = memory.data<f64>([710, 710], 16)
@inline export const FROM_EXPM1 = memory.data<f64>([-40, -40], 16)

// Minimax for eʳ to 2⁻²⁸ (Remez exchange), lowest power of (eʳ − 1 − r) / r² first.
@inline export const P0 = memory.data<f64>([0.49999993447885543, 0.49999993447885543], 16)
@inline export const P1 = memory.data<f64>([0.16666520631778625, 0.16666520631778625], 16)
@inline export const P2 = memory.data<f64>([0.041668388028815236, 0.041668388028815236], 16)
@inline export const P3 = memory.data<f64>([0.008368716862509092, 0.008368716862509092], 16)
@inline export const P4 = memory.data<f64>([0.0013814599345020537, 0.0013814599345020537], 16)

// linalg's expRemainder, to 2⁻⁶⁰, lowest power of (eʳ − 1 − r − r²/2) / r³ first.
const Q0 = memory.data<f64>([0.16666666666666677, 0.16666666666666677], 16)
const Q1 = memory.data<f64>([0.04166666666666669, 0.04166666666666669], 16)
const Q2 = memory.data<f64>([0.008333333333321435, 0.008333333333321435], 16)
const Q3 = memory.data<f64>([0.0013888888888869807, 0.0013888888888869807], 16)
const Q4 = memory.data<f64>([0.0001984126988673681, 0.0001984126988673681], 16)
const Q5 = memory.data<f64>([2.480158735686344e-5, 2.480158735686344e-5], 16)
const Q6 = memory.data<f64>([2.7557243499485175e-6, 2.7557243499485175e-6], 16)
const Q7 = memory.data<f64>([2.7557244894838124e-7, 2.7557244894838124e-7], 16)
const Q8 = memory.data<f64>([2.510931322960975e-8, 2.510931322960975e-8], 16)
const Q9 = memory.data<f64>([2.092397950347336e-9, 2.092397950347336e-9], 16)

/** 2ᵏ of whole k from −1022 to 1023. */
@inline
export function powerOfTwo(k: v128): v128 {
  return i64x2.shl(f64x2.add(k, v128.load(BIASED)), 52)
}

/** a + x · b. */
@inline
function plus(a: usize, x: v128, b: v128): v128 {
  return f64x2.add(v128.load(a), f64x2.mul(x, b))
}

/** eʳ − 1 − r for |r| ≤ ½ ln 2, for a result of type T. */
@inline
export function expRemainder<T>(r: v128): v128 {
  const r2 = f64x2.mul(r, r)
  if (sizeof<T>() == 4) {
    const high = f64x2.add(plus(P2, r, v128.load(P3)), f64x2.mul(r2, v128.load(P4)))
    return f64x2.mul(r2, f64x2.add(plus(P0, r, v128.load(P1)), f64x2.mul(r2, high)))
  }
  const r4 = f64x2.mul(r2, r2)
  const low = f64x2.add(plus(Q0, r, v128.load(Q1)), f64x2.mul(r2, plus(Q2, r, v128.load(Q3))))
  const high = f64x2.add(plus(Q4, r, v128.load(Q5)), f64x2.mul(r2, plus(Q6, r, v128.load(Q7))))
  const rest = f64x2.add(low, f64x2.mul(r4, f64x2.add(high, f64x2.mul(r4, plus(Q8, r, v128.load(Q9))))))
  return f64x2.add(f64x2.mul(v128.load(HALF), r2), f64x2.mul(f64x2.mul(r, r2), rest))
}

// eˣ = 2ᵏ (1 + high + tail): the parts of it that float64 needs. 1 + high is one sum, whose loss is in the tail.

@inline
export function powerOf(x: v128): v128 {
  return f64x2.nearest(f64x2.mul(x, v128.load(INVERSE_LN2)))
}

@inline
export function highOf(x: v128, k: v128): v128 {
  return f64x2.sub(x, f64x2.mul(k, v128.load(LN2_HIGH)))
}

@inline
export function tailOf(high: v128, k: v128): v128 {
  const low = f64x2.mul(k, v128.load(LN2_LOW))
  const lost = f64x2.add(f64x2.sub(v128.load(ONE), f64x2.add(v128.load(ONE), high)), high)
  return f64x2.add(lost, f64x2.sub(expRemainder<f64>(f64x2.sub(high, low)), low))
}

@inline
export function halfOf(k: v128): v128 {
  return f64x2.nearest(f64x2.mul(k, v128.load(HALF)))
}

/**
 * eˣ of two doubles, for a result of type T: in float64 below 1 ulp; for float32 right to 2⁻²⁸, 0 and ∞ where they are so in
 * float32. NaN for NaN.
 *
 * eˣ = 2ᵏ eʳ, r = x − k ln 2, as linalg's exact functions.
 */
@inline
export function exp<T>(x: v128): v128 {
  if (sizeof<T>() == 4) {
    const t = f64x2.pmin(f64x2.pmax(x, v128.load(FROM_32)), v128.load(TO_32))
    const bits = f64x2.add(f64x2.mul(t, v128.load(INVERSE_LN2)), v128.load(WHOLE))
    const r = f64x2.sub(t, f64x2.mul(f64x2.sub(bits, v128.load(WHOLE)), v128.load(LN2)))
    return i64x2.add(f64x2.add(v128.load(ONE), f64x2.add(r, expRemainder<T>(r))), i64x2.shl(bits, 52))
  }
  const t = f64x2.pmin(f64x2.pmax(x, v128.load(FROM_64)), v128.load(TO_64))
  const k = powerOf(t)
  const high = highOf(t, k)
  const m = f64x2.add(f64x2.add(v128.load(ONE), high), tailOf(high, k))
  // In two halves: the result may be subnormal, or above the largest power of two.
  const half = halfOf(k)
  return f64x2.mul(f64x2.mul(m, powerOfTwo(half)), powerOfTwo(f64x2.sub(k, half)))
}

/** eˣ − 1 of two doubles x ≤ 0, for a result of type T, without cancellation near 0: 2ᵏ (eʳ − 1) + (2ᵏ − 1). −0 gives 0. */
@inline
export function expm1<T>(x: v128): v128 {
  const t = f64x2.pmax(x, v128.load(FROM_EXPM1))
  if (sizeof<T>() == 4) {
    const bits = f64x2.add(f64x2.mul(t, v128.load(INVERSE_LN2)), v128.load(WHOLE))
    const r = f64x2.sub(t, f64x2.mul(f64x2.sub(bits, v128.load(WHOLE)), v128.load(LN2)))
    const scale = i64x2.add(i64x2.shl(bits, 52), v128.load(ONE))
    return f64x2.add(f64x2.mul(scale, f64x2.add(r, expRemainder<T>(r))), f64x2.sub(scale, v128.load(ONE)))
  }
  const k = f64x2.nearest(f64x2.mul(t, v128.load(INVERSE_LN2)))
  const high = f64x2.sub(t, f64x2.mul(k, v128.load(LN2_HIGH)))
  const low = f64x2.mul(k, v128.load(LN2_LOW))
  const scale = powerOfTwo(k)
  const rest = f64x2.add(high, f64x2.sub(expRemainder<T>(f64x2.sub(high, low)), low))
  return f64x2.add(f64x2.mul(scale, rest), f64x2.sub(scale, v128.load(ONE)))
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
