import type { Matrix } from '@nablajs/linalg'

/**
 * Multiplies column i by ω_i: samples that count more or less than others.
 *
 * Shapes: delta: n_L × m, updated; omega: 1 × m.
 */
export function weigh(delta: Matrix, omega: Matrix): void {
  const { rows, cols, data } = delta
  for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) data[j + i * rows] *= omega.data[i]
}
