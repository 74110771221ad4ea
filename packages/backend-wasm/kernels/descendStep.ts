import { put, scalar, startOf, WHOLE } from './step'

/** w = w − η g. At one vector, of which so many bytes are left. */
@inline function along<T>(left: isize, at: usize, w: usize, g: usize, eta: v128): void {
  put<T>(left, w + at, v128.sub<T>(v128.load(w + at), v128.mul<T>(eta, v128.load(g + at))))
}

@inline function descend<T>(first: i32, end: i32, scalars: usize, w: usize, g: usize): void {
  const eta = scalar<T>(scalars, 0)
  const to = startOf<T>(end)
  let at = startOf<T>(first)
  for (; at + 16 <= to; at += 16) along<T>(WHOLE, at, w, g, eta)
  if (at < to) along<T>(<isize>(to - at), at, w, g, eta)
}

export function descend_step_f32(first: i32, end: i32, scalars: usize, w: usize, g: usize, _s0: usize, _s1: usize): void {
  descend<f32>(first, end, scalars, w, g)
}
export function descend_step_f64(first: i32, end: i32, scalars: usize, w: usize, g: usize, _s0: usize, _s1: usize): void {
  descend<f64>(first, end, scalars, w, g)
}
