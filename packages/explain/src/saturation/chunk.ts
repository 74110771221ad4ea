import type { SampleMatrix } from '@nablajs/backprop'

/**
 * The samples from … to − 1, as a view. A piece that ends at `samples` holds all that follows as well, so that a set with more columns than it should have is
 * noticed where it is read.
 *
 * Shapes: X: n × m, or n numbers, which are one sample and one piece.
 */
export function chunk(X: SampleMatrix, from: number, to: number, samples: number): SampleMatrix {
  if (!('rows' in X) || !('data' in X)) return X
  const { rows, data } = X
  const scale = 'scale' in X && X.scale !== undefined ? { scale: X.scale } : {}
  return { rows, data: data.subarray(from * rows, to >= samples ? undefined : to * rows), ...scale }
}
