import { isMissing } from './missing.js'
import { parseNumber } from '../parseNumber.js'

const WITH_COMMA = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+$/
const WHOLE = /^[+-]?\d+$/

/**
 * Whether a cell is a number with a comma before its decimals, and perhaps points between thousands: -1.234,5.
 *
 * Shapes: text.
 */
export function isWithComma(cell: string): boolean {
  return WITH_COMMA.test(cell.trim())
}

/**
 * A column in which commas stand before decimals, with points in their place: every cell a number so written, at least one with a
 * comma. Any other column as it is.
 *
 * Shapes: a cell for each row.
 */
export function decimalCommas(cells: readonly string[]): readonly string[] {
  const filled = cells.filter((cell) => !isMissing(cell)).map((cell) => cell.trim())
  const commas = filled.filter((cell) => WITH_COMMA.test(cell)).length
  if (commas === 0 || !filled.every((cell) => WITH_COMMA.test(cell) || WHOLE.test(cell))) return cells
  return cells.map((cell) => {
    const text = cell.trim()
    if (!WITH_COMMA.test(text)) return cell
    const pointed = text.replaceAll('.', '').replace(',', '.')
    return parseNumber(pointed) === undefined ? cell : pointed
  })
}
