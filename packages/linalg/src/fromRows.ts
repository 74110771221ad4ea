import { type Matrix } from './matrix.js'
import { ragged } from './fromColumns.js'
import { zeros, type MatrixOptions } from './zeros.js'
import type { Vector } from './vector.js'

/**
 * A matrix from its rows, as it is written on paper. The numbers are copied.
 *
 * Shapes: returns (number of rows) × (length of a row). Throws `ShapeError` where rows differ in length, naming the first
 * that does.
 */
export function fromRows(lines: readonly Readonly<Vector>[], options: MatrixOptions = {}): Matrix {
  const cols = lines[0]?.length ?? 0
  const matrix = zeros(lines.length, cols, options)
  lines.forEach((line, j) => {
    if (line.length !== cols) throw ragged('fromRows', 'row', j, cols, line.length)
    for (let i = 0; i < cols; i++) matrix.data[j + i * lines.length] = line[i]
  })
  return matrix
}
