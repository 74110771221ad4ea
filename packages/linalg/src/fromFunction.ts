import { type Matrix } from './matrix.js'
import { zeros, type MatrixOptions } from './zeros.js'

/**
 * A matrix whose entry (j, i) is f(j, i), row and column counted from 0.
 *
 * Shapes: returns rows × cols.
 */
export function fromFunction(
  rows: number,
  cols: number,
  f: (row: number, col: number) => number,
  options: MatrixOptions = {},
): Matrix {
  const matrix = zeros(rows, cols, options)
  for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) matrix.set(j, i, f(j, i))
  return matrix
}
