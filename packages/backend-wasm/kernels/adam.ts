import { put, scalar, startOf, WHOLE } from './step'

/** m = β₁ m + (1 − β₁) g, v = β₂ v + (1 − β₂) (g g), w = kept w − (η′ m) / (√v c + ε). At one vector, of which so many bytes are left. */
@inline function along<T>(left: isize, at: usize, w: usize, g: usize, m: usize, v: usize, beta1: v128, fresh1: v128, beta2: v128, fresh2: v128, eta: v128, unbias: v128, epsilon: v128, kept: v128): void {
  const x = v128.load(g + at)
  const mean = v128.add<T>(v128.mul<T>(beta1, v128.load(m + at)), v128.mul<T>(fresh1, x))
  const square = v128.add<T>(v128.mul<T>(beta2, v128.load(v + at)), v128.mul<T>(fresh2, v128.mul<T>(x, x)))
  const size = v128.add<T>(v128.mul<T>(v128.sqrt<T>(square), unbias), epsilon)
  put<T>(left, w + at, v128.sub<T>(v128.mul<T>(kept, v128.load(w + at)), v128.div<T>(v128.mul<T>(eta, mean), size)))
  put<T>(left, m + at, mean)
  put<T>(left, v + at, square)
}

@inline function adam<T>(first: i32, end: i32, scalars: usize, w: usize, g: usize, m: usize, v: usize): void {
  const beta1 = scalar<T>(scalars, 0), fresh1 = scalar<T>(scalars, 1), beta2 = scalar<T>(scalars, 2), fresh2 = scalar<T>(scalars, 3)
  const eta = scalar<T>(scalars, 4), unbias = scalar<T>(scalars, 5), epsilon = scalar<T>(scalars, 6), kept = scalar<T>(scalars, 7)
  const to = startOf<T>(end)
  let at = startOf<T>(first)
  for (; at + 16 <= to; at += 16) along<T>(WHOLE, at, w, g, m, v, beta1, fresh1, beta2, fresh2, eta, unbias, epsilon, kept)
  if (at < to) along<T>(<isize>(to - at), at, w, g, m, v, beta1, fresh1, beta2, fresh2, eta, unbias, epsilon, kept)
}

export function adam_step_f32(first: i32, end: i32, scalars: usize, w: usize, g: usize, m: usize, v: usize): void {
  adam<f32>(first, end, scalars, w, g, m, v)
}
export function adam_step_f64(first: i32, end: i32, scalars: usize, w: usize, g: usize, m: usize, v: usize): void {
  adam<f64>(first, end, scalars, w, g, m, v)
}
