import { parseNumber } from '../parseNumber.js'
import type { Target } from './preprocessing.js'
import type { Table, TableColumn } from './table.js'

/** In a smaller table a column may say the target by chance. */
const FEWEST_ROWS = 10

/**
 * Whether a column says the target by itself: it has the same numbers, or a value of its own for each class. A network that gets it learns
 * nothing else, and is right in every row until it meets a new one.
 *
 * Shapes: a cell for each row.
 */
export function saysTarget(table: Table, { cells }: TableColumn, target: Target): boolean {
  if (table.rows < FEWEST_ROWS) return false
  if (target.kind === 'classes') return table.columns.some(({ name, cells: classes }) => name === target.name && isOneToOne(cells, classes))
  const names = target.columns.map(({ name }) => name)
  return table.columns.some((column) => names.includes(column.name) && cells.every((cell, row) => isSameNumber(cell, column.cells[row])))
}

function isSameNumber(a: string, b: string | undefined): boolean {
  return b !== undefined && parseNumber(a) !== undefined && parseNumber(a) === parseNumber(b)
}

function isOneToOne(cells: readonly string[], classes: readonly string[]): boolean {
  const classOf = new Map<string, string>()
  for (const [row, cell] of cells.entries()) {
    const name = classes[row] ?? ''
    if ((classOf.get(cell) ?? name) !== name) return false
    classOf.set(cell, name)
  }
  return new Set(classOf.values()).size === classOf.size
}
