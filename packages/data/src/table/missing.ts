const MISSING = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', '?', '-', '--', '.'])

/**
 * Whether a cell says that there is nothing: empty, NA, N/A, NaN, null, ?, - and their like. `none` and `unknown` are not among them: where
 * they are written, they are usually an answer.
 *
 * Shapes: text.
 */
export function isMissing(cell: string): boolean {
  return MISSING.has(cell.trim().toLowerCase())
}

/**
 * The same for the cells of a column: where some are +, a - is the other answer and not a missing one.
 *
 * Shapes: a cell for each row; returns a function of a cell.
 */
export function missingIn(cells: readonly string[]): (cell: string) => boolean {
  const hasPlus = cells.some((cell) => cell.trim() === '+')
  return hasPlus ? (cell) => isMissing(cell) && cell.trim() !== '-' : isMissing
}
