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
 * Throws a `ShapeError` unless out can hold the product A B: its sizes, one element type, one backend, and memory apart from both.
 *
 * Shapes: A: n × k, B: k × m, out: n × m.
 */
export function requireProduct(operation: string, A: Factor, B: Factor, out: Matrix): void {
  const sizesFit = A.cols === B.rows && out.rows === A.rows && out.cols === B.cols
  if (sizesFit && isBeside(out, A.matrix) && isBeside(out, B.matrix)) return
  if (A.cols !== B.rows) throw mismatch(operation, A, B, 'inner')
  requireSameType(operation, A, B)
  if (out.rows !== A.rows) throw mismatch(`${operation}, out`, out, { rows: A.rows, cols: B.cols }, 'rows')
  if (out.cols !== B.cols) throw mismatch(`${operation}, out`, out, { rows: A.rows, cols: B.cols }, 'columns')
  if (out.dtype !== A.dtype) requireSameType(`${operation}, out`, out, A)
  requireBeside(operation, out, A.matrix)
  requireBeside(operation, out, B.matrix)
}

/**
 * Throws a `ShapeError` unless both lie in the memory of one backend, apart from each other.
 *
 * Shapes: any.
 */
export function requireBeside(operation: string, out: Matrix, input: Matrix): void {
  if (isBeside(out, input)) return
  requireSameBackend(operation, out, input)
  requireApart(operation, out, input)
}

/** Beside each other in one array of one backend: what a step finds everywhere, at the price of a few comparisons. */
function isBeside(out: Matrix, input: Matrix): boolean {
  return out.buffer === input.buffer && out.backend === input.backend && (out.end <= input.offset || input.end <= out.offset)
}

/**
 * Throws a `ShapeError` where `out` shares memory with an input that is still read while `out` is written.
 *
 * Shapes: any.
 */
export function requireApart(operation: string, out: Matrix, input: Matrix): void {
  if (!overlap(out, input)) return
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
 * Throws a `ShapeError` unless out has the shape and element type of the input and lies where the input does or apart from
 * it: what works entry by entry may write over the entry that it has read, and over no other.
 *
 * Shapes: out and input rows × cols.
 */
export function requireOut(operation: string, out: Matrix, input: Matrix): void {
  requireSameShape(operation, out, input)
  requireSameOrApart(operation, out, input)
}

/**
 * Throws a `ShapeError` where two matrices of one shape and type overlap in part.
 *
 * Shapes: out and input rows × cols.
 */
export function requireSameOrApart(operation: string, out: Matrix, input: Matrix): void {
  if (out === input || !overlap(out, input) || startOf(out) === startOf(input)) return
  throw new ShapeError({
    operation,
    shapes: [shapeOf(out), shapeOf(input)],
    side: 'alias',
    where: operation,
    expected: 'an out that is the input itself or whose memory is apart from it',
    got: 'an out that overlaps it in part',
    fix: 'Give the input as out, or another matrix; a part of the input would be written before it is read.',
  })
}

function overlap(out: Matrix, input: Matrix): boolean {
  if (out.buffer === input.buffer) {
    return Math.max(out.offset, input.offset) < Math.min(out.end, input.end)
  }
  return out.buffer.buffer === input.buffer.buffer && overlapInBytes(out, input)
}

function overlapInBytes(out: Matrix, input: Matrix): boolean {
  const start = startOf(out)
  const inputStart = startOf(input)
  return Math.max(start, inputStart) < Math.min(start + bytesOf(out), inputStart + bytesOf(input))
}

/** Where a matrix begins in its ArrayBuffer, in bytes. */
function startOf({ buffer, offset }: Matrix): number {
  return buffer.byteOffset + offset * buffer.BYTES_PER_ELEMENT
}

function bytesOf({ buffer, rows, cols }: Matrix): number {
  return rows * cols * buffer.BYTES_PER_ELEMENT
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
  const rule = {
    rows: 'equal numbers of rows',
    columns: 'equal numbers of columns',
    inner: 'as many rows on the right as columns on the left',
  }
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
