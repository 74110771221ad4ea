import { put, scalar, startOf, WHOLE } from './step'

/** s = ρ s + (1 − ρ) (g g), w = w − η g / (√s + ε). At one vector, of which so many bytes are left. */
@inline function along<T>(left: isize, at: usize, w: usize, g: usize, s: usize, rho: v128, fresh: v128, epsilon: v128, eta: v128): void {
  const x = v128.load(g + at)
  const mean = v128.add<T>(v128.mul<T>(rho, v128.load(s + at)), v128.mul<T>(fresh, v128.mul<T>(x, x)))
  put<T>(left, w + at, v128.sub<T>(v128.load(w + at), v128.div<T>(v128.mul<T>(eta, x), v128.add<T>(v128.sqrt<T>(mean), epsilon))))
  put<T>(left, s + at, mean)
}

@inline function rmsProp<T>(first: i32, end: i32, scalars: usize, w: usize, g: usize, s: usize): void {
  const rho = scalar<T>(scalars, 0), fresh = scalar<T>(scalars, 1), epsilon = scalar<T>(scalars, 2), eta = scalar<T>(scalars, 3)
  const to = startOf<T>(end)
  let at = startOf<T>(first)
  for (; at + 16 <= to; at += 16) along<T>(WHOLE, at, w, g, s, rho, fresh, epsilon, eta)
  if (at < to) along<T>(<isize>(to - at), at, w, g, s, rho, fresh, epsilon, eta)
}

export function rmsProp_step_f32(first: i32, end: i32, scalars: usize, w: usize, g: usize, s: usize, _s1: usize): void {
  rmsProp<f32>(first, end, scalars, w, g, s)
}
export function rmsProp_step_f64(first: i32, end: i32, scalars: usize, w: usize, g: usize, s: usize, _s1: usize): void {
  rmsProp<f64>(first, end, scalars, w, g, s)
}
