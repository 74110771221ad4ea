import { addProduct, lanesOf, storePart } from './vector'

// The inner part of every product: a tile of C, two vectors high and up to 4 columns wide, is summed in registers over k in order.
// So each entry of C is ((0 + a₀b₀) + a₁b₁) + … whatever the tile, and splitting C among tiles, blocks or threads leaves its bits.
//
//            b: k × 4               version                              GFLOP/s, k = 384, exact / fast (peak 52 / 59)
//           ┌─┬─┬─┬─┐               1  8 × 5, four steps a turn          38 / 35: sums spill to the stack
//           └─┴─┴─┴─┘               2  8 × 6, four steps a turn          40 / 47
//   a: 8×k  ┌─┬─┬─┬─┐ vector 0      3  8 × 4, one step a turn            38 / 46
//   ░░░░░   ├─┼─┼─┼─┤ vector 1      4  8 × 4, four steps, each may end   50 / 55: this one
//           └─┴─┴─┴─┘
//
// 8 sums, 2 vectors of a, one number of b and one product fit the 15 registers that V8 gives. The way out after each step also keeps
// the compiler from gathering four steps of one sum into a chain, which costs a third of the speed.

/** How the sums of a tile end. */
@inline export const PRODUCT = 0
@inline export const DESCENT = 1

/**
 * One tile. Its sums begin at 0, or at what stands in c where `carry` says that earlier steps of the sum are there.
 *
 * PRODUCT: c = alpha · Σ, then + bias where there is one (0: none). DESCENT: c = c − eta · (alpha · Σ), rounded after each.
 *
 * a: two vectors a step, `strideA` bytes apart. b: `cols` columns `strideB` bytes apart, one number a step; with `byRows`, `cols`
 * numbers side by side, steps `strideB` bytes apart. Entries past `rows` are summed and not stored.
 */
@inline
export function tile<T>(
  mode: i32, byRows: bool, cols: i32,
  k: i32, a: usize, strideA: usize, b: usize, strideB: usize,
  c: usize, strideC: usize, rows: i32,
  carry: bool, alpha: T, bias: usize, eta: T,
): void {
  let s0 = i32x4.splat(0), t0 = s0, s1 = s0, t1 = s0, s2 = s0, t2 = s0, s3 = s0, t3 = s0
  const c1 = c + strideC, c2 = c1 + strideC, c3 = c2 + strideC
  if (carry) {
    s0 = v128.load(c); t0 = v128.load(c, 16)
    if (cols > 1) { s1 = v128.load(c1); t1 = v128.load(c1, 16) }
    if (cols > 2) { s2 = v128.load(c2); t2 = v128.load(c2, 16) }
    if (cols > 3) { s3 = v128.load(c3); t3 = v128.load(c3, 16) }
  }
  if (k > 0) {
    const end = a + <usize>k * strideA
    let b1 = b, b2 = b, b3 = b
    if (!byRows) { b1 = b + strideB; b2 = b1 + strideB; b3 = b2 + strideB }
    let v: v128, w: v128, x: v128
    while (true) {
      v = v128.load(a); w = v128.load(a, 16); a += strideA
      x = v128.load_splat<T>(b); s0 = addProduct<T>(s0, v, x); t0 = addProduct<T>(t0, w, x)
      if (cols > 1) { x = byRows ? v128.load_splat<T>(b, sizeof<T>()) : v128.load_splat<T>(b1); s1 = addProduct<T>(s1, v, x); t1 = addProduct<T>(t1, w, x) }
      if (cols > 2) { x = byRows ? v128.load_splat<T>(b, 2 * sizeof<T>()) : v128.load_splat<T>(b2); s2 = addProduct<T>(s2, v, x); t2 = addProduct<T>(t2, w, x) }
      if (cols > 3) { x = byRows ? v128.load_splat<T>(b, 3 * sizeof<T>()) : v128.load_splat<T>(b3); s3 = addProduct<T>(s3, v, x); t3 = addProduct<T>(t3, w, x) }
      if (a == end) break
      if (byRows) b += strideB
      v = v128.load(a); w = v128.load(a, 16); a += strideA
      x = byRows ? v128.load_splat<T>(b) : v128.load_splat<T>(b, sizeof<T>()); s0 = addProduct<T>(s0, v, x); t0 = addProduct<T>(t0, w, x)
      if (cols > 1) { x = byRows ? v128.load_splat<T>(b, sizeof<T>()) : v128.load_splat<T>(b1, sizeof<T>()); s1 = addProduct<T>(s1, v, x); t1 = addProduct<T>(t1, w, x) }
      if (cols > 2) { x = byRows ? v128.load_splat<T>(b, 2 * sizeof<T>()) : v128.load_splat<T>(b2, sizeof<T>()); s2 = addProduct<T>(s2, v, x); t2 = addProduct<T>(t2, w, x) }
      if (cols > 3) { x = byRows ? v128.load_splat<T>(b, 3 * sizeof<T>()) : v128.load_splat<T>(b3, sizeof<T>()); s3 = addProduct<T>(s3, v, x); t3 = addProduct<T>(t3, w, x) }
      if (a == end) break
      if (byRows) b += strideB
      v = v128.load(a); w = v128.load(a, 16); a += strideA
      x = byRows ? v128.load_splat<T>(b) : v128.load_splat<T>(b, 2 * sizeof<T>()); s0 = addProduct<T>(s0, v, x); t0 = addProduct<T>(t0, w, x)
      if (cols > 1) { x = byRows ? v128.load_splat<T>(b, sizeof<T>()) : v128.load_splat<T>(b1, 2 * sizeof<T>()); s1 = addProduct<T>(s1, v, x); t1 = addProduct<T>(t1, w, x) }
      if (cols > 2) { x = byRows ? v128.load_splat<T>(b, 2 * sizeof<T>()) : v128.load_splat<T>(b2, 2 * sizeof<T>()); s2 = addProduct<T>(s2, v, x); t2 = addProduct<T>(t2, w, x) }
      if (cols > 3) { x = byRows ? v128.load_splat<T>(b, 3 * sizeof<T>()) : v128.load_splat<T>(b3, 2 * sizeof<T>()); s3 = addProduct<T>(s3, v, x); t3 = addProduct<T>(t3, w, x) }
      if (a == end) break
      if (byRows) b += strideB
      v = v128.load(a); w = v128.load(a, 16); a += strideA
      x = byRows ? v128.load_splat<T>(b) : v128.load_splat<T>(b, 3 * sizeof<T>()); s0 = addProduct<T>(s0, v, x); t0 = addProduct<T>(t0, w, x)
      if (cols > 1) { x = byRows ? v128.load_splat<T>(b, sizeof<T>()) : v128.load_splat<T>(b1, 3 * sizeof<T>()); s1 = addProduct<T>(s1, v, x); t1 = addProduct<T>(t1, w, x) }
      if (cols > 2) { x = byRows ? v128.load_splat<T>(b, 2 * sizeof<T>()) : v128.load_splat<T>(b2, 3 * sizeof<T>()); s2 = addProduct<T>(s2, v, x); t2 = addProduct<T>(t2, w, x) }
      if (cols > 3) { x = byRows ? v128.load_splat<T>(b, 3 * sizeof<T>()) : v128.load_splat<T>(b3, 3 * sizeof<T>()); s3 = addProduct<T>(s3, v, x); t3 = addProduct<T>(t3, w, x) }
      if (a == end) break
      if (byRows) b += strideB
      else {
        b += 4 * sizeof<T>()
        if (cols > 1) b1 += 4 * sizeof<T>()
        if (cols > 2) b2 += 4 * sizeof<T>()
        if (cols > 3) b3 += 4 * sizeof<T>()
      }
    }
  }

  const scale = v128.splat<T>(alpha), rate = v128.splat<T>(eta)
  const whole = rows >= 2 * lanesOf<T>()
  if (mode == DESCENT) {
    s0 = descended<T>(c, s0, scale, rate); t0 = descended<T>(c + 16, t0, scale, rate)
    if (cols > 1) { s1 = descended<T>(c1, s1, scale, rate); t1 = descended<T>(c1 + 16, t1, scale, rate) }
    if (cols > 2) { s2 = descended<T>(c2, s2, scale, rate); t2 = descended<T>(c2 + 16, t2, scale, rate) }
    if (cols > 3) { s3 = descended<T>(c3, s3, scale, rate); t3 = descended<T>(c3 + 16, t3, scale, rate) }
  } else {
    s0 = v128.mul<T>(s0, scale); t0 = v128.mul<T>(t0, scale)
    if (cols > 1) { s1 = v128.mul<T>(s1, scale); t1 = v128.mul<T>(t1, scale) }
    if (cols > 2) { s2 = v128.mul<T>(s2, scale); t2 = v128.mul<T>(t2, scale) }
    if (cols > 3) { s3 = v128.mul<T>(s3, scale); t3 = v128.mul<T>(t3, scale) }
    if (bias) {
      const v = v128.load(bias), w = v128.load(bias, 16)
      s0 = v128.add<T>(s0, v); t0 = v128.add<T>(t0, w)
      if (cols > 1) { s1 = v128.add<T>(s1, v); t1 = v128.add<T>(t1, w) }
      if (cols > 2) { s2 = v128.add<T>(s2, v); t2 = v128.add<T>(t2, w) }
      if (cols > 3) { s3 = v128.add<T>(s3, v); t3 = v128.add<T>(t3, w) }
    }
  }
  if (whole) {
    v128.store(c, s0); v128.store(c, t0, 16)
    if (cols > 1) { v128.store(c1, s1); v128.store(c1, t1, 16) }
    if (cols > 2) { v128.store(c2, s2); v128.store(c2, t2, 16) }
    if (cols > 3) { v128.store(c3, s3); v128.store(c3, t3, 16) }
    return
  }
  const below = rows - lanesOf<T>()
  if (below >= 0) {
    v128.store(c, s0)
    if (cols > 1) v128.store(c1, s1)
    if (cols > 2) v128.store(c2, s2)
    if (cols > 3) v128.store(c3, s3)
    if (below == 0) return
    storePart<T>(c + 16, t0, below)
    if (cols > 1) storePart<T>(c1 + 16, t1, below)
    if (cols > 2) storePart<T>(c2 + 16, t2, below)
    if (cols > 3) storePart<T>(c3 + 16, t3, below)
    return
  }
  storePart<T>(c, s0, rows)
  if (cols > 1) storePart<T>(c1, s1, rows)
  if (cols > 2) storePart<T>(c2, s2, rows)
  if (cols > 3) storePart<T>(c3, s3, rows)
}

/** w − eta · (scale · Σ), each rounded. */
@inline
function descended<T>(w: usize, sum: v128, scale: v128, eta: v128): v128 {
  return v128.sub<T>(v128.load(w), v128.mul<T>(eta, v128.mul<T>(scale, sum)))
}
