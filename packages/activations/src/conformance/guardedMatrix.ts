import { Matrix, type Backend, type Dtype } from '@nablajs/linalg'

/** Numbers in front of and behind the matrix, which nobody may touch. */
const GUARD = 8
const GUARD_VALUE = 12345.5

/** A matrix inside a larger piece of memory. */
export interface GuardedMatrix {
  readonly matrix: Matrix
  /** Whether the numbers around the matrix are as they were. */
  intact(): boolean
}

/**
 * A matrix whose entry (j, i) is value(j, i), with guard numbers around it that show a write past its ends.
 *
 * Shapes: returns rows × cols.
 */
export function guardedMatrix(
  backend: Backend,
  dtype: Dtype,
  rows: number,
  cols: number,
  value: (row: number, col: number) => number,
): GuardedMatrix {
  const { buffer, offset } = backend.alloc(dtype, rows * cols + 2 * GUARD)
  buffer.fill(GUARD_VALUE, offset, offset + rows * cols + 2 * GUARD)
  const matrix = new Matrix(backend, { buffer, offset: offset + GUARD }, rows, cols)
  for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) matrix.set(j, i, value(j, i))
  const end = offset + GUARD + rows * cols
  const guards = [buffer.subarray(offset, offset + GUARD), buffer.subarray(end, end + GUARD)]
  return { matrix, intact: () => guards.every((guard) => guard.every((x) => x === GUARD_VALUE)) }
}
