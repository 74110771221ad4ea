import { loadDoubles, storeDoubles } from './doubles'
import { exp } from './exp'

/** The sum of a vector's two doubles. */
@inline
function total(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1)
}

/** a_j = e^(z_j)/Σ_k e^(z_k) by column, with the largest z_k taken off every exponent. NaN in z makes its column NaN. */
@inline
function apply<T>(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  const step: isize = 2 * sizeof<T>()
  const bytes = <usize>rows * sizeof<T>()
  const gap = <usize>stride * sizeof<T>()
  for (let i = 0; i < cols; i++) {
    const end = z + bytes
    let largest: f64 = -Infinity
    for (let from = z; from < end; from += sizeof<T>()) {
      const x = <f64>load<T>(from)
      largest = x > largest ? x : largest
    }
    let sum = f64x2.splat(0)
    let to = a
    for (let from = z; from < end; from += step) {
      const left = <isize>(end - from)
      const e = exp<T>(f64x2.sub(loadDoubles<T>(from, left), f64x2.splat(largest)))
      storeDoubles<T>(to, e, left)
      // The lane behind the last number counts for nothing.
      sum = f64x2.add(sum, left >= step ? e : f64x2.replace_lane(e, 1, 0))
      to += step
    }
    const scale = f64x2.splat(total(sum))
    const last = a + bytes
    for (to = a; to < last; to += step) {
      const left = <isize>(last - to)
      storeDoubles<T>(to, f64x2.div(loadDoubles<T>(to, left), scale), left)
    }
    z += gap
    a += gap
  }
}

/**
 * delta_j = a_j Σ_k a_k (g_j − g_k) by column. With p the place of the largest a that is
 * a_j ((g_j − g_p) Σ_k a_k − Σ_k a_k (g_k − g_p)): two passes for n², no memory, and in saturation, where a_p is nearly 1, the
 * same small differences of g.
 */
@inline
function pullback<T>(rows: i32, cols: i32, stride: i32, a: usize, g: usize, delta: usize): void {
  const step: isize = 2 * sizeof<T>()
  const bytes = <usize>rows * sizeof<T>()
  const gap = <usize>stride * sizeof<T>()
  for (let i = 0; i < cols; i++) {
    const end = a + bytes
    let most: f64 = -Infinity
    let at = a
    for (let from = a; from < end; from += sizeof<T>()) {
      const x = <f64>load<T>(from)
      at = x > most ? from : at
      most = x > most ? x : most
    }
    const pivot = f64x2.splat(rows > 0 ? <f64>load<T>(g + (at - a)) : 0)
    let sum = f64x2.splat(0)
    let mean = f64x2.splat(0)
    let gradient = g
    for (let from = a; from < end; from += step) {
      const left = <isize>(end - from)
      // 0 in the lane behind the last number.
      const x = loadDoubles<T>(from, left)
      const y = loadDoubles<T>(gradient, left)
      sum = f64x2.add(sum, x)
      mean = f64x2.add(mean, f64x2.mul(x, f64x2.sub(left >= step ? y : v128.shuffle<f64>(y, y, 0, 0), pivot)))
      gradient += step
    }
    const whole = f64x2.splat(total(sum))
    const level = f64x2.splat(total(mean))
    gradient = g
    let to = delta
    for (let from = a; from < end; from += step) {
      const left = <isize>(end - from)
      const difference = f64x2.sub(loadDoubles<T>(gradient, left), pivot)
      storeDoubles<T>(to, f64x2.mul(loadDoubles<T>(from, left), f64x2.sub(f64x2.mul(difference, whole), level)), left)
      gradient += step
      to += step
    }
    a += gap
    g += gap
    delta += gap
  }
}

/** a = softmax z by column. */
export function softmax_apply_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  apply<f32>(rows, cols, stride, z, a)
}
export function softmax_apply_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  apply<f64>(rows, cols, stride, z, a)
}

/** delta = (softmax′)ᵀ g by column. */
export function softmax_pullback_f32(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  pullback<f32>(rows, cols, stride, a, g, delta)
}
export function softmax_pullback_f64(rows: i32, cols: i32, stride: i32, z: usize, a: usize, g: usize, delta: usize): void {
  pullback<f64>(rows, cols, stride, a, g, delta)
}
