import { loadDoubles, loadVector, storeDoubles, storeVector } from './doubles'

/** Whether `of` of a function takes vectors of T, or doubles whatever T is. */
@inline export const VECTORS = true
@inline export const DOUBLES = false

@inline
function load<T>(vectors: bool, from: usize, left: isize): v128 {
  return vectors ? loadVector<T>(from, left) : loadDoubles<T>(from, left)
}

@inline
function store<T>(vectors: bool, to: usize, x: v128, left: isize): void {
  if (vectors) storeVector<T>(to, x, left)
  else storeDoubles<T>(to, x, left)
}

/** a = F(z), entry by entry. F is a class whose `of` maps a vector; a may be z. Columns that touch are one run. */
@inline
export function map<T, F>(vectors: bool, rows: i32, cols: i32, stride: i32, z: usize, a: usize): void {
  const touching = rows == stride || cols == 1
  const bytes = <usize>(touching ? rows * cols : rows) * sizeof<T>()
  const step: isize = vectors ? 16 : 2 * sizeof<T>()
  const gap = <usize>stride * sizeof<T>()
  for (let i = touching ? cols : 1; i <= cols; i++) {
    const end = z + bytes
    let to = a
    for (let from = z; from < end; from += step) {
      const left = <isize>(end - from)
      store<T>(vectors, to, changetype<F>(0).of(load<T>(vectors, from, left)), left)
      to += step
    }
    z += gap
    a += gap
  }
}

/** delta = g ⊙ F(z). delta may be g. */
@inline
export function mapTimes<T, F>(vectors: bool, rows: i32, cols: i32, stride: i32, z: usize, g: usize, delta: usize): void {
  const touching = rows == stride || cols == 1
  const bytes = <usize>(touching ? rows * cols : rows) * sizeof<T>()
  const step: isize = vectors ? 16 : 2 * sizeof<T>()
  const gap = <usize>stride * sizeof<T>()
  for (let i = touching ? cols : 1; i <= cols; i++) {
    const end = z + bytes
    let at = g
    let to = delta
    for (let from = z; from < end; from += step) {
      const left = <isize>(end - from)
      const slope = changetype<F>(0).of(load<T>(vectors, from, left))
      const gradient = load<T>(vectors, at, left)
      store<T>(vectors, to, vectors ? v128.mul<T>(gradient, slope) : f64x2.mul(gradient, slope), left)
      at += step
      to += step
    }
    z += gap
    g += gap
    delta += gap
  }
}
