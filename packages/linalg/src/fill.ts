import type { Matrix } from './matrix.js'

/**
 * Sets every entry of out to one number.
 *
 * Shapes: out rows × cols, overwritten.
 */
export function fill(out: Matrix, value: number): Matrix {
  out.data.fill(value)
  return out
}
