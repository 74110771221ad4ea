import type { Floats } from './backend.js'
import { Matrix } from './matrix.js'
import { reference } from './reference/reference.js'
import { ShapeError, shapeOf } from './shapeError.js'

/**
 * A matrix over a typed array that is there already, column after column. Nothing is copied: writing to one is seen in
 * the other.
 *
 * Shapes: data has rows · cols numbers; returns rows × cols on the reference backend. Throws `ShapeError` where the length
 * is another.
 */
export function fromArray(data: Floats, rows: number, cols: number): Matrix {
  if (data.length === rows * cols) return new Matrix(reference, { buffer: data, offset: 0, owner: data }, rows, cols)
  throw new ShapeError({
    operation: 'fromArray',
    shapes: [`${data.length} numbers`, shapeOf({ rows, cols })],
    side: 'columns',
    where: 'fromArray',
    expected: `${rows * cols} numbers for ${shapeOf({ rows, cols })}`,
    got: String(data.length),
    fix: 'Give rows × cols that multiply to the length of the array.',
  })
}
