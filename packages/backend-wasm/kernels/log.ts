import { LN2_HIGH, LN2_LOW, ONE } from './exp'
import { DOUBLES, map, mapTimes } from './map'

const HALF = memory.data<f64>([0.5, 0.5], 16)
const TWO = memory.data<f64>([2, 2], 16)
const SMALLEST_NORMAL = memory.data<f64>([2.2250738585072014e-308, 2.2250738585072014e-308], 16)
const TWO_TO_54 = memory.data<f64>([18014398509481984, 18014398509481984], 16)
const INFINITY = memory.data<f64>([Infinity, Infinity], 16)
/** √2 − 1. */
const SPLIT = memory.data<f64>([0.41421356237309503, 0.41421356237309503], 16)
/** 2⁵² and its bits: a whole number or'ed into them is that number behind 2⁵². */
const TWO_TO_52 = memory.data<f64>([4503599627370496, 4503599627370496], 16)
const ROOT_HALF_BITS: i64 = 0x3fe6a09e667f3bcd
const ONE_BITS: i64 = 0x3ff0000000000000

// linalg's logRemainder, to 2⁻⁵⁸: R(z) / z, lowest power first.
const R0 = memory.data<f64>([0.6666666666666735, 0.6666666666666735], 16)
const R1 = memory.data<f64>([0.3999999999941109, 0.3999999999941109], 16)
const R2 = memory.data<f64>([0.28571428743262794, 0.28571428743262794], 16)
const R3 = memory.data<f64>([0.22222198475979765, 0.22222198475979765], 16)
const R4 = memory.data<f64>([0.18183569739945252, 0.18183569739945252], 16)
const R5 = memory.data<f64>([0.15313903247011712, 0.15313903247011712], 16)
const R6 = memory.data<f64>([0.14797507674789817, 0.14797507674789817], 16)

@inline
function plus(a: usize, x: v128, b: v128): v128 {
  return f64x2.add(v128.load(a), f64x2.mul(x, b))
}

/** log(1 + f) − f for 1 + f in [√½, √2]: s (½f² + R(s²)) − ½f², s = f / (2 + f). */
@inline
function logRemainder(f: v128): v128 {
  const half = f64x2.mul(f64x2.mul(v128.load(HALF), f), f)
  const s = f64x2.div(f, f64x2.add(v128.load(TWO), f))
  const z = f64x2.mul(s, s)
  const z2 = f64x2.mul(z, z)
  const even = plus(R1, z2, plus(R3, z2, v128.load(R5)))
  const odd = plus(R0, z2, plus(R2, z2, plus(R4, z2, v128.load(R6))))
  return f64x2.sub(f64x2.mul(s, f64x2.add(half, f64x2.mul(z, f64x2.add(odd, f64x2.mul(z, even))))), half)
}

/** k ln 2 + log(1 + f), the leading sum held in two parts. */
@inline
function assemble(k: v128, f: v128): v128 {
  const lead = f64x2.mul(k, v128.load(LN2_HIGH))
  const sum = f64x2.add(lead, f)
  const lost = f64x2.add(f64x2.sub(lead, sum), f)
  return f64x2.add(sum, f64x2.add(lost, f64x2.add(f64x2.mul(k, v128.load(LN2_LOW)), logRemainder(f))))
}

/** log x of two doubles, below 1 ulp: −∞ at ±0, NaN below and for NaN, ∞ at ∞. */
@inline
export function log(x: v128): v128 {
  const subnormal = f64x2.lt(x, v128.load(SMALLEST_NORMAL))
  const normal = v128.bitselect(f64x2.mul(x, v128.load(TWO_TO_54)), x, subnormal)
  // The exponent such that the rest, 1 + f, is in [√½, √2).
  const bits = i64x2.add(normal, i64x2.splat(ONE_BITS - ROOT_HALF_BITS))
  const exponent = v128.or(i64x2.shr_u(bits, 52), v128.load(TWO_TO_52))
  const offset = v128.bitselect(f64x2.splat(4503599627370496 + 1023 + 54), f64x2.splat(4503599627370496 + 1023), subnormal)
  const rest = i64x2.add(v128.and(bits, i64x2.splat(0x000fffffffffffff)), i64x2.splat(ROOT_HALF_BITS))
  const result = assemble(f64x2.sub(exponent, offset), f64x2.sub(rest, v128.load(ONE)))
  const regular = v128.and(f64x2.gt(x, f64x2.splat(0)), f64x2.lt(x, v128.load(INFINITY)))
  const zero = f64x2.eq(x, f64x2.splat(0))
  const below = v128.bitselect(f64x2.splat(NaN), x, f64x2.lt(x, f64x2.splat(0)))
  return v128.bitselect(result, v128.bitselect(f64x2.splat(-Infinity), below, zero), regular)
}

/** log(1 + e) of two doubles 0 ≤ e ≤ 1. */
@inline
export function log1p(e: v128): v128 {
  // From √2 on log(1 + e) = ln 2 + log((1 + e)/2), and (1 + e)/2 − 1 = (e − 1)/2.
  const far = f64x2.gt(e, v128.load(SPLIT))
  const f = v128.bitselect(f64x2.mul(v128.load(HALF), f64x2.sub(e, v128.load(ONE))), e, far)
  return assemble(v128.and(far, v128.load(ONE)), f)
}

class Log<T> {
  @inline of(z: v128): v128 { return log(z) }
}

class Slope<T> {
  @inline of(z: v128): v128 { return f64x2.div(v128.load(ONE), z) }
}

/** a = log z. */
export function log_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f32, Log<f32>>(DOUBLES, rows, cols, stride, z, a)
}
export function log_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  map<f64, Log<f64>>(DOUBLES, rows, cols, stride, z, a)
}

/** delta = g / z. */
export function log_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f32, Slope<f32>>(DOUBLES, rows, cols, stride, z, g, delta)
}
export function log_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  mapTimes<f64, Slope<f64>>(DOUBLES, rows, cols, stride, z, g, delta)
}
