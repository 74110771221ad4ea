import type { Cost } from '@nablajs/costs'
import { PluginError, type Floats, type Matrix } from '@nablajs/linalg'

/**
 * ∇ₐC, sample by sample.
 *
 * Shapes: a, y and nabla n_L × m; nabla is overwritten. Throws `PluginError` where the cost returns another count of numbers.
 */
export function costGradient(cost: Cost, a: Matrix, y: Matrix, nabla: Matrix): void {
  for (let i = 0; i < a.cols; i++) {
    const column = nabla.column(i)
    const result = cost.gradient(a.column(i), y.column(i), column)
    if (result !== column) take(cost, result, column, i)
  }
}

/**
 * Copies a column that a plugin returned in place of filling the one it was given.
 *
 * Shapes: result and column n_L numbers. Throws `PluginError` for another length, naming the cost and the sample.
 */
export function take(cost: Cost, result: ArrayLike<number>, column: Floats, sample: number): void {
  if (result?.length !== column.length) {
    throw new PluginError({
      plugin: cost.name,
      where: `cost ${cost.name}, gradient at sample ${sample}`,
      expected: `${column.length} numbers, one for each output neuron`,
      got: String(result?.length ?? result),
      fix: 'Return an array of the length of a, or fill out and return it.',
    })
  }
  column.set(result)
}
