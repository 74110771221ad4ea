import type { Matrix } from '@nablajs/linalg'

/**
 * The class that a column names: where its largest number is, the first of equal ones; with one row, 1 from ½ on and 0 below.
 *
 * Shapes: outputs: n_L × m; i: a column.
 */
export function classOf({ rows, data }: Matrix, i: number): number {
  if (rows === 1) return data[i] >= 0.5 ? 1 : 0
  let best = 0
  for (let j = 1; j < rows; j++) if (data[i * rows + j] > data[i * rows + best]) best = j
  return best
}

/**
 * How many classes so many outputs tell apart.
 *
 * Shapes: scalar.
 */
export function classesOf(outputs: number): number {
  return Math.max(2, outputs)
}
