import type { Matrix } from './matrix.js'

/**
 * The Euclidean length of a column, the Frobenius norm of a matrix: √Σ A_ji², scaled so that no square overflows.
 *
 * Shapes: A rows × cols; returns a number, NaN where an entry is NaN.
 */
export function norm(A: Matrix): number {
  const largest = maxNorm(A)
  if (largest === 0 || largest === Infinity || Number.isNaN(largest)) return largest
  let sum = 0
  for (let i = 0; i < A.data.length; i++) {
    const x = A.data[i] / largest
    sum += x * x
  }
  return largest * Math.sqrt(sum)
}

/**
 * The largest absolute entry.
 *
 * Shapes: A rows × cols; returns a number, 0 for an empty matrix, NaN where an entry is NaN.
 */
export function maxNorm(A: Matrix): number {
  let largest = 0
  for (let i = 0; i < A.data.length; i++) {
    const x = Math.abs(A.data[i])
    if (Number.isNaN(x)) return NaN
    if (x > largest) largest = x
  }
  return largest
}
