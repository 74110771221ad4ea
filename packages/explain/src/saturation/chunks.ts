import type { Columns, SampleMatrix } from '@nablajs/backprop'

/**
 * Samples in pieces of so many columns, as views.
 *
 * Shapes: X: n × m, or n numbers, which are one piece. A piece that ends at `cols` holds all that follows as well, so that a set with more columns than
 * it should have is noticed where it is read.
 */
export function chunk(X: SampleMatrix, from: number, to: number, cols: number): SampleMatrix {
  if (!isColumns(X)) return X
  const { rows, data } = X
  const scale = 'scale' in X && X.scale !== undefined ? { scale: X.scale } : {}
  return { rows, data: data.subarray(from * rows, to >= cols ? undefined : to * rows), ...scale }
}

/**
 * How many samples these are.
 *
 * Shapes: X: n × m, or n numbers, which are one.
 */
export function samplesOf(X: SampleMatrix): number {
  return isColumns(X) ? Math.max(1, Math.ceil(X.data.length / X.rows)) : 1
}

function isColumns(X: SampleMatrix): X is Exclude<SampleMatrix, ArrayLike<number>> & Columns {
  return typeof X === 'object' && X !== null && 'rows' in X && 'data' in X
}
