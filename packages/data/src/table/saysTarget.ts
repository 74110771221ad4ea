import { parseNumber } from '../parseNumber.js'
import type { Target } from './preprocessing.js'
import type { TableColumn } from './table.js'

/** In a smaller table a column may say the target by chance. */
const FEWEST_ROWS = 10

/**
 * Whether a column says the target by itself: it has the same numbers, or a value of its own for each class. A network that gets it learns
 * nothing else, and is right in every row until it meets a new one.
 *
 * Shapes: a cell for each row.
 */
export function saysTarget({ cells }: TableColumn, targets: readonly TableColumn[], task: Target['kind']): boolean {
  if (cells.length < FEWEST_ROWS) return false
  if (task === 'classes') return targets.some((target) => isOneToOne(cells, target.cells))
  return targets.some((target) => cells.every((cell, row) => isSameNumber(cell, target.cells[row])))
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
