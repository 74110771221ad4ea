import type { Factor, Matrix } from './matrix.js'
import { ShapeError, shapeOf } from './shapeError.js'

/**
 * Throws a `ShapeError` unless both have the same rows, columns and element type.
 *
 * Shapes: A and B rows × cols.
 */
export function requireSameShape(operation: string, A: Matrix, B: Matrix): void {
  if (A.rows !== B.rows) throw mismatch(operation, A, B, 'rows')
  if (A.cols !== B.cols) throw mismatch(operation, A, B, 'columns')
  requireSameType(operation, A, B)
}

/**
 * Throws a `ShapeError` unless the matrix has this shape and the element type of `like`.
 *
 * Shapes: matrix rows × cols.
 */
export function requireShape(operation: string, matrix: Matrix, rows: number, cols: number, like: Factor): void {
  if (matrix.rows !== rows) throw mismatch(operation, matrix, { rows, cols }, 'rows')
  if (matrix.cols !== cols) throw mismatch(operation, matrix, { rows, cols }, 'columns')
  requireSameType(operation, matrix, like)
}

/**
 * Throws a `ShapeError` unless both have the same element type.
 *
 * Shapes: any.
 */
export function requireSameType(operation: string, A: Factor, B: Factor): void {
  if (A.dtype === B.dtype) return
  throw new ShapeError({
    operation,
    shapes: [`${shapeOf(A)} ${A.dtype}`, `${shapeOf(B)} ${B.dtype}`],
    side: 'dtype',
    where: operation,
    expected: `two matrices of one element type`,
    got: `${A.dtype} and ${B.dtype}`,
    fix: 'Make both with the same { dtype }; numbers are never converted without being asked.',
  })
}

/**
 * Throws a `ShapeError` unless both lie in the memory of one backend: a kernel reads no other.
 *
 * Shapes: any.
 */
export function requireSameBackend(operation: string, out: Matrix, input: Matrix): void {
  if (out.backend === input.backend) return
  throw new ShapeError({
    operation,
    shapes: [`${shapeOf(out)} on ${out.backend.name}`, `${shapeOf(input)} on ${input.backend.name}`],
    side: 'backend',
    where: operation,
    expected: `every matrix in the memory of ${out.backend.name}, the backend of out`,
    got: `one of ${input.backend.name}`,
    fix: 'Copy it over first: copy(A, zeros(A.rows, A.cols, { dtype: A.dtype, backend })).',
  })
}

/**
 * Throws a `ShapeError` where `out` shares memory with an input that is still read while `out` is written.
 *
 * Shapes: any.
 */
export function requireApart(operation: string, out: Matrix, input: Matrix): void {
  if (out.buffer.buffer !== input.buffer.buffer) return
  const start = out.data.byteOffset
  const inputStart = input.data.byteOffset
  if (start + out.data.byteLength <= inputStart || inputStart + input.data.byteLength <= start) return
  throw new ShapeError({
    operation,
    shapes: [shapeOf(out), shapeOf(input)],
    side: 'alias',
    where: operation,
    expected: 'an out whose memory is apart from the inputs',
    got: 'an out that overlaps one of them',
    fix: 'Give another matrix as out; this operation reads its inputs after it has begun to write.',
  })
}

/**
 * The `ShapeError` of two operands that do not fit on one side.
 *
 * Shapes: any two that do not fit.
 */
export function mismatch(
  operation: string,
  A: { rows: number; cols: number },
  B: { rows: number; cols: number },
  side: 'rows' | 'columns' | 'inner',
): ShapeError {
  const count = { rows: [A.rows, B.rows], columns: [A.cols, B.cols], inner: [A.cols, B.rows] }[side]
  const rule = { rows: 'equal numbers of rows', columns: 'equal numbers of columns', inner: 'as many rows on the right as columns on the left' }
  return new ShapeError({
    operation,
    shapes: [shapeOf(A), shapeOf(B)],
    side,
    where: operation,
    expected: rule[side],
    got: `${shapeOf(A)} with ${shapeOf(B)} (${side} ${count.join(' against ')})`,
    fix: 'A column is a sample: give rows and columns the other way round, or the transposed view .T in a product.',
  })
}
