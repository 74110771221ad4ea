import type { Cost } from '@nablajs/costs'
import type { Matrix } from '@nablajs/linalg'

/**
 * Adds Σ_x C_x, or Σ ω_x C_x, to a cell. A cell and not a number returned: that would be garbage in a training step.
 *
 * Shapes: a and y n_L × m, omega: 1 × m, total: one cell, in float64.
 */
export function sumOfCosts(cost: Cost, a: Matrix, y: Matrix, omega: Matrix | undefined, total: Float64Array): void {
  for (let i = 0; i < a.cols; i++) {
    const value = cost.value(a.column(i), y.column(i))
    total[0] += omega === undefined ? value : omega.data[i] * value
  }
}
