import type { Backend, Dtype } from './backend.js'
import { Matrix } from './matrix.js'
import { OptionError } from './optionError.js'
import { reference } from './reference/reference.js'

/** Which numbers a new matrix holds, and in whose memory they lie. */
export interface MatrixOptions {
  /** `float32` unless said. */
  dtype?: Dtype
  /** The reference backend unless said. */
  backend?: Backend
}

/**
 * A matrix of zeros.
 *
 * Shapes: returns rows × cols. Throws `OptionError` for a size that is not a whole number of at least 0.
 */
export function zeros(rows: number, cols: number, { dtype = 'float32', backend = reference }: MatrixOptions = {}): Matrix {
  requireSize('rows', rows)
  requireSize('cols', cols)
  return new Matrix(backend, backend.alloc(dtype, rows * cols), rows, cols)
}

function requireSize(option: string, size: number): void {
  if (Number.isSafeInteger(size) && size >= 0) return
  throw new OptionError({
    option,
    where: `zeros, ${option}`,
    expected: 'a whole number of at least 0',
    got: String(size),
    fix: 'Give the number of rows, then the number of columns.',
  })
}
