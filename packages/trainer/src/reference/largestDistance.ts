/**
 * The largest |a_ji − b_ji|; Infinity where one has more numbers than the other, NaN where one is NaN.
 *
 * Shapes: two lists of vectors.
 */
export function largestDistance(a: readonly ArrayLike<number>[], b: readonly ArrayLike<number>[]): number {
  if (a.length !== b.length || a.some(({ length }, j) => length !== b[j].length)) return Infinity
  return Math.max(...a.flatMap((vector, j) => Array.from(vector, (x, i) => Math.abs(x - b[j][i]))))
}
