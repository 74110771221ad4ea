// Numbers of a training step live in cells. What is done with them stands in functions of its own: V8 boxes a number in code
// that it has not compiled yet, and a function as large as a step may stay so for long.

/**
 * total = total + x.
 *
 * Shapes: one cell each.
 */
export function addCell(total: Float64Array, x: Float64Array): void {
  total[0] += x[0]
}

/**
 * Whether the number in a cell is finite.
 *
 * Shapes: one cell.
 */
export function isFiniteCell(x: Float64Array): boolean {
  return Number.isFinite(x[0])
}
