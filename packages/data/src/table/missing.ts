const MISSING = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nil', '?', '-', '--', '.', 'missing', 'unknown'])

/**
 * Whether a cell says that there is nothing: empty, NA, N/A, NaN, null, none, ?, - and their like.
 *
 * Shapes: text.
 */
export function isMissing(cell: string): boolean {
  return MISSING.has(cell.trim().toLowerCase())
}
