import { NablaError, type ErrorDetails } from './nablaError.js'

/** Anything that has rows and columns. */
export interface Extent {
  readonly rows: number
  readonly cols: number
}

/** The fields of a `ShapeError` beside those that every error has. */
export interface ShapeDetails extends ErrorDetails {
  /** The operation that refused, for example `matmul`. */
  operation: string
  /** The two shapes that do not fit each other. */
  shapes: readonly [string, string]
  /** Which side does not fit: `rows`, `columns`, `inner`, `dtype`, `alias`, `backend`. */
  side: string
}

/**
 * Two operands do not fit each other: sizes, element types, memories, or an `out` that is also an input where the
 * operation cannot allow it.
 *
 * Shapes: `shapes` holds both, as `rows × columns`.
 */
export class ShapeError extends NablaError {
  readonly operation: string
  readonly shapes: readonly [string, string]
  readonly side: string

  constructor({ operation, shapes, side, ...details }: ShapeDetails) {
    super('ShapeError', details)
    this.operation = operation
    this.shapes = shapes
    this.side = side
  }
}

/**
 * A shape as people write it: `30 × 784`.
 *
 * Shapes: any matrix.
 */
export function shapeOf({ rows, cols }: Extent): string {
  return `${rows} × ${cols}`
}
