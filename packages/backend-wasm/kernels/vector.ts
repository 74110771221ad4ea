/** Numbers of type T in a vector: 4 or 2. */
@inline export function lanesOf<T>(): i32 {
  return 16 / sizeof<T>()
}

/** s + a · b in each lane: two roundings in the exact build, one in the fast build where the engine fuses. */
@inline export function addProduct<T>(s: v128, a: v128, b: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<T>(a, b, s)
  return v128.add<T>(s, v128.mul<T>(a, b))
}

/** Stores the first `lanes` numbers of a vector, all where there are as many, and touches nothing behind them. */
export function storePart<T>(to: usize, x: v128, lanes: i32): void {
  if (lanes <= 0) return
  if (lanes >= lanesOf<T>()) {
    v128.store(to, x)
    return
  }
  if (sizeof<T>() == 8) {
    v128.store64_lane(to, x, 0)
    return
  }
  if (lanes == 1) {
    v128.store32_lane(to, x, 0)
    return
  }
  v128.store64_lane(to, x, 0)
  if (lanes == 3) v128.store32_lane(to, x, 2, 8)
}
