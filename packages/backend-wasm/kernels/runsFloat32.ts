import { loadDoubles, loadVector, storeDoubles, storeVector } from './doubles'
import { FROM_32, FROM_EXPM1, INVERSE_LN2, LN2, ONE, P0, P1, P2, P3, P4, TO_32, WHOLE } from './exp'
import * as single from './expFloat32'

// σ, tanh and their slopes in float32, the functions that networks call most, with exp written out: the constants are read once a
// run, not once a vector, which saves a fifth of the time. The bits are those of exp<f32>, expm1<f32> and of the other functions.

const TWO = memory.data<f64>([2, 2], 16)
const MINUS_TWO = memory.data<f64>([-2, -2], 16)
const SIGN = memory.data<i64>([i64.MIN_VALUE, i64.MIN_VALUE], 16)

/** a = σ(z), `bytes` of floats: 1 / (1 + e^(−z)) in doubles, right to 2⁻²⁷, so the rounding to float32 is all that is seen. */
@inline
export function sigmoidRun(z: usize, a: usize, bytes: usize): void {
  const from = v128.load(FROM_32), to = v128.load(TO_32), inverse = v128.load(INVERSE_LN2), whole = v128.load(WHOLE)
  const ln2 = v128.load(LN2), one = v128.load(ONE)
  const p0 = v128.load(P0), p1 = v128.load(P1), p2 = v128.load(P2), p3 = v128.load(P3), p4 = v128.load(P4)
  for (const end = z + bytes; z < end; z += 8) {
    const left = <isize>(end - z)
    const t = f64x2.pmin(f64x2.pmax(f64x2.neg(loadDoubles<f32>(z, left)), from), to)
    const bits = f64x2.add(f64x2.mul(t, inverse), whole)
    const r = f64x2.sub(t, f64x2.mul(f64x2.sub(bits, whole), ln2))
    const r2 = f64x2.mul(r, r)
    const high = f64x2.add(f64x2.add(p2, f64x2.mul(r, p3)), f64x2.mul(r2, p4))
    const rest = f64x2.mul(r2, f64x2.add(f64x2.add(p0, f64x2.mul(r, p1)), f64x2.mul(r2, high)))
    const e = i64x2.add(f64x2.add(one, f64x2.add(r, rest)), i64x2.shl(bits, 52))
    storeDoubles<f32>(a, f64x2.div(one, f64x2.add(one, e)), left)
    a += 8
  }
}

/** a = tanh z, `bytes` of floats, odd to the bit: −u / (u + 2), u = e^(−2|z|) − 1, in doubles. */
@inline
export function tanhRun(z: usize, a: usize, bytes: usize): void {
  const from = v128.load(FROM_EXPM1), inverse = v128.load(INVERSE_LN2), whole = v128.load(WHOLE), ln2 = v128.load(LN2)
  const one = v128.load(ONE), two = v128.load(TWO), minusTwo = v128.load(MINUS_TWO), signs = v128.load(SIGN)
  const p0 = v128.load(P0), p1 = v128.load(P1), p2 = v128.load(P2), p3 = v128.load(P3), p4 = v128.load(P4)
  for (const end = z + bytes; z < end; z += 8) {
    const left = <isize>(end - z)
    const x = loadDoubles<f32>(z, left)
    const t = f64x2.pmax(f64x2.mul(minusTwo, f64x2.abs(x)), from)
    const bits = f64x2.add(f64x2.mul(t, inverse), whole)
    const r = f64x2.sub(t, f64x2.mul(f64x2.sub(bits, whole), ln2))
    const r2 = f64x2.mul(r, r)
    const high = f64x2.add(f64x2.add(p2, f64x2.mul(r, p3)), f64x2.mul(r2, p4))
    const rest = f64x2.mul(r2, f64x2.add(f64x2.add(p0, f64x2.mul(r, p1)), f64x2.mul(r2, high)))
    const scale = i64x2.add(i64x2.shl(bits, 52), one)
    const u = f64x2.add(f64x2.mul(scale, f64x2.add(r, rest)), f64x2.sub(scale, one))
    storeDoubles<f32>(a, v128.or(f64x2.abs(f64x2.div(u, f64x2.add(u, two))), v128.and(x, signs)), left)
    a += 8
  }
}

/**
 * delta = g ⊙ h² e / (1 + e)², e = e^(−h|z|), `bytes` of floats: σ′ for h = 1, tanh′ for h = 2. In floats throughout, below 4 ulp in
 * both tails.
 */
@inline
export function slopeRun(h: i32, z: usize, g: usize, delta: usize, bytes: usize): void {
  const from = v128.load(single.FROM), inverse = v128.load(single.INVERSE_LN2), biased = v128.load(single.BIASED)
  const ln2High = v128.load(single.LN2_HIGH), ln2Low = v128.load(single.LN2_LOW), toSize = v128.load(single.TO_SIZE)
  const one = v128.load(single.ONE_32), two = v128.load(single.TWO_32), four = v128.load(single.FOUR_32)
  const p0 = v128.load(single.P0), p1 = v128.load(single.P1), p2 = v128.load(single.P2), p3 = v128.load(single.P3), p4 = v128.load(single.P4)
  for (const end = z + bytes; z < end; z += 16) {
    const left = <isize>(end - z)
    const size = f32x4.abs(loadVector<f32>(z, left))
    const t = f32x4.pmax(f32x4.neg(h == 2 ? f32x4.add(size, size) : size), from)
    const bits = f32x4.add(f32x4.mul(t, inverse), biased)
    const k = f32x4.sub(bits, biased)
    const r = f32x4.sub(f32x4.sub(t, f32x4.mul(k, ln2High)), f32x4.mul(k, ln2Low))
    const r2 = f32x4.mul(r, r)
    const high = f32x4.add(f32x4.add(p2, f32x4.mul(r, p3)), f32x4.mul(r2, p4))
    const rest = f32x4.mul(r2, f32x4.add(f32x4.add(p0, f32x4.mul(r, p1)), f32x4.mul(r2, high)))
    const m = f32x4.add(one, f32x4.add(r, rest))
    const e = f32x4.mul(f32x4.mul(m, i32x4.shl(bits, 23)), toSize)
    // (1 + e)² as 1 + e (2 + e): one rounding that counts, not three.
    const slope = f32x4.div(h == 2 ? f32x4.mul(four, e) : e, f32x4.add(one, f32x4.mul(e, f32x4.add(two, e))))
    storeVector<f32>(delta, f32x4.mul(loadVector<f32>(g, left), slope), left)
    g += 16
    delta += 16
  }
}
