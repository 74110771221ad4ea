/**
 * max |p_j − q_j|, relative to the largest |q_j| where that is not 0: how far apart two ways to the same numbers are.
 *
 * Shapes: two lists of equal length.
 */
export function largestDifference(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let [gap, size] = [0, 0]
  for (let j = 0; j < q.length; j++) {
    gap = Math.max(gap, Math.abs(p[j] - q[j]))
    size = Math.max(size, Math.abs(q[j]))
  }
  return size === 0 ? gap : gap / size
}
