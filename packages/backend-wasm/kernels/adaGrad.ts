import { put, scalar, startOf, WHOLE } from './step'

/** s = s + g g, w = w − η g / (√s + ε). At one vector, of which so many bytes are left. */
@inline function along<T>(left: isize, at: usize, w: usize, g: usize, s: usize, epsilon: v128, eta: v128): void {
  const x = v128.load(g + at)
  const sum = v128.add<T>(v128.load(s + at), v128.mul<T>(x, x))
  put<T>(left, w + at, v128.sub<T>(v128.load(w + at), v128.div<T>(v128.mul<T>(eta, x), v128.add<T>(v128.sqrt<T>(sum), epsilon))))
  put<T>(left, s + at, sum)
}

@inline function adaGrad<T>(first: i32, end: i32, scalars: usize, w: usize, g: usize, s: usize): void {
  const epsilon = scalar<T>(scalars, 0), eta = scalar<T>(scalars, 1)
  const to = startOf<T>(end)
  let at = startOf<T>(first)
  for (; at + 16 <= to; at += 16) along<T>(WHOLE, at, w, g, s, epsilon, eta)
  if (at < to) along<T>(<isize>(to - at), at, w, g, s, epsilon, eta)
}

export function adaGrad_step_f32(first: i32, end: i32, scalars: usize, w: usize, g: usize, s: usize, _s1: usize): void {
  adaGrad<f32>(first, end, scalars, w, g, s)
}
export function adaGrad_step_f64(first: i32, end: i32, scalars: usize, w: usize, g: usize, s: usize, _s1: usize): void {
  adaGrad<f64>(first, end, scalars, w, g, s)
}
