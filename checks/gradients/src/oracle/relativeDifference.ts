import { at } from './at.js'
import type { LayerGradient } from './problem.js'

/**
 * ‖g − g*‖₂ / ‖g*‖₂. Where g* is 0 throughout, 0 if g is too and ∞ if not. Both are scaled by the largest |g*| first, so that
 * the squares of a tiny gradient do not underflow. NaN anywhere gives NaN.
 *
 * Shapes: g and the oracle's g* of the same length.
 */
export function relativeDifference(g: ArrayLike<number>, oracle: ArrayLike<number>): number {
  let largest = 0
  for (let i = 0; i < oracle.length; i++) largest = Math.max(largest, Math.abs(at(oracle, i)))
  let gap = 0
  let size = 0
  for (let i = 0; i < oracle.length; i++) {
    const exact = at(oracle, i)
    const off = at(g, i) - exact
    if (largest === 0) gap = Math.max(gap, off === 0 ? 0 : Math.abs(off) > 0 ? Infinity : NaN)
    else {
      gap += (off / largest) ** 2
      size += (exact / largest) ** 2
    }
  }
  return largest === 0 ? gap : Math.sqrt(gap / size)
}

/**
 * Parameters or their gradient as one list: w², b², w³, b³, …, each w column after column.
 *
 * Shapes: Σ n_l (n_(l−1) + 1) numbers.
 */
export function flattened(layers: readonly LayerGradient[]): number[] {
  return layers.flatMap(({ w, b }) => [...at(w, 0).flatMap((_, k) => w.map((row) => at(row, k))), ...b])
}
