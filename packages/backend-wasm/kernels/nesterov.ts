import { put, scalar, startOf, WHOLE } from './step'

/** v = μ v − η g, w = w + (μ v − η g) with the new v. At one vector, of which so many bytes are left. */
@inline function along<T>(left: isize, at: usize, w: usize, g: usize, v: usize, mu: v128, eta: v128): void {
  const change = v128.mul<T>(eta, v128.load(g + at))
  const velocity = v128.sub<T>(v128.mul<T>(mu, v128.load(v + at)), change)
  put<T>(left, w + at, v128.add<T>(v128.load(w + at), v128.sub<T>(v128.mul<T>(mu, velocity), change)))
  put<T>(left, v + at, velocity)
}

@inline function nesterov<T>(first: i32, end: i32, scalars: usize, w: usize, g: usize, v: usize): void {
  const mu = scalar<T>(scalars, 0), eta = scalar<T>(scalars, 1)
  const to = startOf<T>(end)
  let at = startOf<T>(first)
  for (; at + 16 <= to; at += 16) along<T>(WHOLE, at, w, g, v, mu, eta)
  if (at < to) along<T>(<isize>(to - at), at, w, g, v, mu, eta)
}

export function nesterov_step_f32(first: i32, end: i32, scalars: usize, w: usize, g: usize, v: usize, _s1: usize): void {
  nesterov<f32>(first, end, scalars, w, g, v)
}
export function nesterov_step_f64(first: i32, end: i32, scalars: usize, w: usize, g: usize, v: usize, _s1: usize): void {
  nesterov<f64>(first, end, scalars, w, g, v)
}
