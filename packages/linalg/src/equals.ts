import type { Matrix } from './matrix.js'

/**
 * Whether two matrices are equal within a tolerance: |A_ji − B_ji| ≤ tolerance · max(1, |A_ji|, |B_ji|) everywhere. With
 * tolerance 0, the default, the same numbers; equal infinities are equal, NaN equals nothing.
 *
 * Shapes: any two; those of different shapes or element types are not equal.
 */
export function equals(A: Matrix, B: Matrix, tolerance = 0): boolean {
  if (A.rows !== B.rows || A.cols !== B.cols || A.dtype !== B.dtype) return false
  for (let i = 0; i < A.data.length; i++) {
    const a = A.data[i]
    const b = B.data[i]
    if (a === b) continue
    const gap = Math.abs(a - b)
    if (!(gap <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))) || gap === Infinity) return false
  }
  return true
}
