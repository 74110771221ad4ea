import type { Metric } from './metric.js'

/**
 * The coefficient of determination R² = 1 − Σ (y − a)² / Σ (y − ȳ)² of each output, and the mean over outputs: 1 is exact, 0 as good
 * as the mean. Where all targets of an output are equal it is 1 if the outputs are too, and 0 otherwise.
 *
 * Shapes: outputs and targets n_L × m. Source: the sums about the mean go on as in Welford, Technometrics 4 (1962).
 */
export function rSquared(): Metric<number> {
  return {
    name: 'R²',
    begin(outputs) {
      const means = new Float64Array(outputs)
      const spreads = new Float64Array(outputs)
      const residuals = new Float64Array(outputs)
      let seen = 0
      return {
        add({ rows, cols, data: a }, { data: y }) {
          for (let i = 0; i < cols; i++) {
            seen++
            for (let j = 0; j < rows; j++) {
              const target = y[i * rows + j]
              const before = target - means[j]
              means[j] += before / seen
              spreads[j] += before * (target - means[j])
              residuals[j] += (target - a[i * rows + j]) * (target - a[i * rows + j])
            }
          }
        },
        value: () => residuals.reduce((sum, residual, j) => sum + determined(residual, spreads[j]), 0) / outputs,
      }
    },
  }
}

function determined(residual: number, spread: number): number {
  if (spread > 0) return 1 - residual / spread
  return residual === 0 ? 1 : 0
}
