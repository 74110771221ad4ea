import { storePart } from './vector'

/** The next two numbers of type T at `from` as doubles; where only one is left, 0 beside it. */
@inline
export function loadDoubles<T>(from: usize, left: isize): v128 {
  const both = left >= <isize>(2 * sizeof<T>())
  if (sizeof<T>() == 8) return both ? v128.load(from) : v128.load64_zero(from)
  return f64x2.promote_low_f32x4(both ? v128.load64_zero(from) : v128.load32_zero(from))
}

/** Stores two doubles as numbers of type T, or the first where only one is left. */
@inline
export function storeDoubles<T>(to: usize, x: v128, left: isize): void {
  const both = left >= <isize>(2 * sizeof<T>())
  if (sizeof<T>() == 8) {
    if (both) v128.store(to, x)
    else v128.store64_lane(to, x, 0)
    return
  }
  const y = f32x4.demote_f64x2_zero(x)
  if (both) v128.store64_lane(to, y, 0)
  else v128.store32_lane(to, y, 0)
}

/** The next numbers of type T at `from`, a whole vector, or 0 behind those that are left. */
@inline
export function loadVector<T>(from: usize, left: isize): v128 {
  if (left >= 16) return v128.load(from)
  if (sizeof<T>() == 8 || left == 8) return v128.load64_zero(from)
  if (left == 4) return v128.load32_zero(from)
  return v128.load32_lane(from, v128.load64_zero(from), 2, 8)
}

/** Stores a vector, or of it the numbers that are left. */
@inline
export function storeVector<T>(to: usize, x: v128, left: isize): void {
  if (left >= 16) v128.store(to, x)
  else storePart<T>(to, x, <i32>left / sizeof<T>())
}
