import { parseNumber } from '../parseNumber.js'

/**
 * The different cells of a column, blanks around them aside: numbers by size, then other text by its characters' codes.
 *
 * Shapes: text.
 */
export function different(cells: readonly string[]): string[] {
  const values = [...new Set(cells.map((cell) => cell.trim()))].map((text) => ({ text, number: parseNumber(text) }))
  return values.sort(inOrder).map(({ text }) => text)
}

/** A value, and the number that it says: read once, not at every comparison. */
interface Value {
  readonly text: string
  readonly number: number | undefined
}

function inOrder({ text: a, number: x }: Value, { text: b, number: y }: Value): number {
  if (x !== undefined && y !== undefined && x !== y) return x - y
  if (x === undefined && y !== undefined) return 1
  if (x !== undefined && y === undefined) return -1
  return a < b ? -1 : 1
}
