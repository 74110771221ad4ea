import type { Backend, Dtype, Region } from './backend.js'
import { Matrix } from './matrix.js'
import { OptionError } from './optionError.js'
import { reference } from './reference/reference.js'
import { shapeOf } from './shapeError.js'

const BYTES: Readonly<Record<Dtype, number>> = { float32: 4, float64: 8 }
const GIB = 1073741824

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
 * Shapes: returns rows × cols. Throws `OptionError` for a size that is not a whole number of at least 0, for another
 * element type, and where the engine has no array or no memory of that size, saying how many GiB it is.
 */
export function zeros(rows: number, cols: number, { dtype = 'float32', backend = reference }: MatrixOptions = {}): Matrix {
  requireSize('rows', rows)
  requireSize('cols', cols)
  requireDtype(dtype)
  return new Matrix(backend, alloc(backend, dtype, rows, cols), rows, cols)
}

function alloc(backend: Backend, dtype: Dtype, rows: number, cols: number): Region {
  try {
    return backend.alloc(dtype, rows * cols)
  } catch (error) {
    // What every engine throws, under different messages, for a length that it has no array or no memory for.
    if (!(error instanceof RangeError)) throw error
    throw new OptionError({
      option: 'rows, cols',
      where: `zeros, ${shapeOf({ rows, cols })} ${dtype}`,
      expected: `a size that the memory of ${backend.name} has room for`,
      got: `${((rows * cols * BYTES[dtype]) / GIB).toFixed(1)} GiB`,
      fix: 'Give fewer rows or columns, or take the samples in smaller batches.',
    })
  }
}

function requireDtype(dtype: string): void {
  if (Object.hasOwn(BYTES, dtype)) return
  throw new OptionError({
    option: 'dtype',
    where: 'zeros, dtype',
    expected: "'float32' or 'float64'",
    got: `'${dtype}'`,
    fix: "Leave it out for 'float32'.",
  })
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
