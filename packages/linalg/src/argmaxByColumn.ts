import { DataError } from './dataError.js'
import type { Matrix } from './matrix.js'

/**
 * The row of the largest entry of each column, the first one among equals: how the chapter reads a digit off the output.
 *
 * Shapes: A: n × m with n ≥ 1, out: m whole numbers, overwritten. Throws `DataError` where a column holds NaN, because
 * every comparison with it is false and row 0 would be the silent answer.
 */
export function argmaxByColumn(A: Matrix, out: Int32Array = new Int32Array(A.cols)): Int32Array {
  const { rows, cols, data } = A
  for (let i = 0; i < cols; i++) {
    let best = 0
    for (let j = 0; j < rows; j++) {
      if (Number.isNaN(data[j + i * rows])) throw notANumber(i, j)
      if (data[j + i * rows] > data[best + i * rows]) best = j
    }
    out[i] = best
  }
  return out
}

function notANumber(sample: number, row: number): DataError {
  return new DataError({
    sample,
    row,
    where: `argmaxByColumn, column ${sample}, row ${row}`,
    expected: 'a number',
    got: 'NaN',
    fix: 'Find out where the NaN comes from: an input that is not finite, or a learning rate that is too large.',
  })
}
