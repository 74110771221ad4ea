import { printable } from './terminal.js'
import { textTable } from './textTable.js'

/** What was decided about a column. */
export interface ColumnDecision {
  readonly name: string
  /** What it is used as: a number, a category, the target, or not at all. */
  readonly use: string
  /** Why, and what became of its cells. */
  readonly why: string
  /** What is likely to be a mistake. */
  readonly warning?: string
}

/**
 * The decisions about all columns, one line each.
 *
 * Shapes: text.
 */
export function columnsTable(columns: readonly ColumnDecision[]): string {
  return textTable(['column', 'used as', 'because'], columns.map(({ name, use, why, warning }) => [printable(name), use, printable(warning === undefined ? why : `${why}; CAREFUL: ${warning}`)]))
}
