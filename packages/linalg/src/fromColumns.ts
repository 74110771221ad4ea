import type { Vector } from './vector.js'
import { type Matrix } from './matrix.js'
import { ShapeError } from './shapeError.js'
import { zeros, type MatrixOptions } from './zeros.js'

/**
 * A matrix from its columns; each column is a sample. The numbers are copied.
 *
 * Shapes: returns (length of a column) × (number of columns). Throws `ShapeError` where columns differ in length, naming
 * the first that does.
 */
export function fromColumns(columns: readonly Readonly<Vector>[], options: MatrixOptions = {}): Matrix {
  const rows = columns[0]?.length ?? 0
  const matrix = zeros(rows, columns.length, options)
  columns.forEach((column, i) => {
    if (column.length !== rows) throw ragged('fromColumns', 'column', i, rows, column.length)
    for (let j = 0; j < rows; j++) matrix.data[j + i * rows] = column[j]
  })
  return matrix
}

/**
 * The `ShapeError` of a column or row that is longer or shorter than the first.
 *
 * Shapes: counts only.
 */
export function ragged(operation: string, line: string, index: number, expected: number, got: number): ShapeError {
  return new ShapeError({
    operation,
    shapes: [`${expected} numbers`, `${got} numbers`],
    side: line === 'column' ? 'rows' : 'columns',
    where: `${operation}, ${line} ${index}`,
    expected: `${expected} numbers as in ${line} 0`,
    got: String(got),
    fix: `Give every ${line} the same length.`,
  })
}
