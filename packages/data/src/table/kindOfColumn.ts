import { DataError } from '@nablajs/linalg'
import { parseNumber } from '../parseNumber.js'
import { quoted } from '../quoted.js'
import { different } from './different.js'
import { dressedNumber } from './dressedNumber.js'
import { missingIn } from './missing.js'
import { placeOf, type Table, type TableColumn } from './table.js'

/** What a column was found to be, and why. */
export interface ColumnKind {
  readonly kind: 'number' | 'category' | 'ignore'
  readonly why: string
}

/** Text of more different values than this is no category. */
const MOST_CATEGORIES = 100
/** Where so large a share of the cells are numbers, plain or not, the others are mistakes. */
const NUMBERS = 0.8
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ].*)?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}( .*)?$/
const ID = /^(id|index|no|nr|row|unnamed.*)$|[_\s-]id$/i

/**
 * What a column of inputs is: numbers, categories, or nothing to learn from (an id, a date, the same in every row to fit on, text that is
 * different in nearly every row).
 *
 * Shapes: a cell for each row; rows: those to fit on. Throws `DataError` with the line of the first cell that is no plain number in a column
 * of numbers.
 */
export function kindOfColumn(table: Table, { name, cells }: TableColumn, rows: readonly number[]): ColumnKind {
  const isGap = missingIn(cells)
  const filled = cells.filter((cell) => !isGap(cell))
  if (filled.length === 0) return { kind: 'ignore', why: 'every cell is empty' }
  const seen = new Set(rows.map((row) => (cells[row] ?? '').trim()).filter((cell) => !isGap(cell)))
  if (seen.size < 2) return { kind: 'ignore', why: sameEverywhere([...seen][0], rows.length < table.rows, filled.length < table.rows) }
  requirePlain(table, { name, cells }, filled, `{ types: { ${quoted(name)}: 'category' } }, or 'ignore'`)
  const values = different(filled)
  if (filled.every((cell) => parseNumber(cell) !== undefined)) {
    if (isId(name, cells, values)) return { kind: 'ignore', why: 'another number in each row, as an id has' }
    return { kind: 'number', why: `numbers, ${values[0] ?? ''} … ${values[values.length - 1] ?? ''}` }
  }
  if (filled.every((cell) => DATE.test(cell.trim()))) return { kind: 'ignore', why: 'dates' }
  if (values.length > Math.min(MOST_CATEGORIES, Math.max(2, filled.length / 2))) {
    return { kind: 'ignore', why: `text, different in ${values.length} of ${filled.length} rows` }
  }
  return { kind: 'category', why: `text of ${values.length} different values` }
}

/**
 * Refuses a column that is numbers but for a few cells, or but for how they are written: 12%, 1,234, €5.
 *
 * Shapes: a cell for each row; filled: those that are not missing; otherwise: the options that make it no column of numbers. Throws `DataError` with the line of the first cell that is no plain number.
 */
export function requirePlain(table: Table, { name, cells }: TableColumn, filled: readonly string[], otherwise: string): void {
  const plain = filled.filter((cell) => parseNumber(cell) !== undefined).length
  if (plain === filled.length) return
  const dressed = filled.filter((cell) => dressedNumber(cell) !== undefined).length
  if (plain + dressed < NUMBERS * filled.length) return
  const isGap = missingIn(cells)
  const row = cells.findIndex((cell) => !isGap(cell) && parseNumber(cell) === undefined)
  const cell = cells[row] ?? ''
  const dress = dressedNumber(cell)
  throw new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: `a number such as -1234.5, as ${dressed > 0 ? 'all or nearly all' : `${plain} of ${filled.length}`} cells of this column are`,
    got: dress === undefined ? quoted(cell) : `${quoted(cell)}, ${dress}`,
    fix: `${dress === undefined ? 'Correct or empty this cell' : 'Write it plainly'}; or give ${otherwise}.`,
  })
}

function sameEverywhere(value: string | undefined, isPart: boolean, hasGaps: boolean): string {
  const rows = `in every row${isPart ? ' to fit on' : ''}`
  return value === undefined ? `empty ${rows}` : `${quoted(value)} ${rows}${hasGaps ? ' that has a value' : ''}`
}

function isId(name: string, cells: readonly string[], values: readonly string[]): boolean {
  if (values.length !== cells.length || cells.length < 3) return false
  const numbers = cells.map((cell) => parseNumber(cell) ?? NaN)
  if (!numbers.every(Number.isInteger)) return false
  return ID.test(name) || numbers.every((x, i) => x - i === numbers[0])
}
