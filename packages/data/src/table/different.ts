import { parseNumber } from '../parseNumber.js'

/**
 * The different cells of a column, blanks around them aside: numbers by size, then other text by its characters' codes.
 *
 * Shapes: text.
 */
export function different(cells: readonly string[]): string[] {
  return [...new Set(cells.map((cell) => cell.trim()))].sort(inOrder)
}

function inOrder(a: string, b: string): number {
  const [x, y] = [parseNumber(a), parseNumber(b)]
  if (x !== undefined && y !== undefined && x !== y) return x - y
  if (x === undefined && y !== undefined) return 1
  if (x !== undefined && y === undefined) return -1
  return a < b ? -1 : a > b ? 1 : 0
}
