import { storeVector } from './doubles'

/** What is left where a whole vector is: known to the compiler, so that a loop over whole vectors asks nothing. */
@inline export const WHOLE: isize = 16

/** Scalar i of a step, rounded to T, in every lane. */
@inline export function scalar<T>(scalars: usize, i: i32): v128 {
  return v128.splat<T>(<T>load<f64>(scalars + (<usize>i << 3)))
}

/** Where number i of a vector begins, in bytes after its first. */
@inline export function startOf<T>(i: i32): usize {
  return <usize>i * sizeof<T>()
}

/** Stores a vector, or of it the numbers that are left. */
@inline export function put<T>(left: isize, to: usize, x: v128): void {
  if (left == WHOLE) v128.store(to, x)
  else storeVector<T>(to, x, left)
}
