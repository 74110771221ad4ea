import { DataError } from '@nablajs/linalg'
import { parseNumber } from '../parseNumber.js'
import { quoted } from '../quoted.js'
import { different } from './different.js'
import { isMissing } from './missing.js'
import { placeOf, type Table, type TableColumn } from './table.js'

/** What a column was found to be, and why. */
export interface ColumnKind {
  readonly kind: 'number' | 'category' | 'ignore'
  readonly why: string
}

/** Text of more different values than this is no category. */
const MOST_CATEGORIES = 100
/** Where so large a share of the cells are numbers, the others are mistakes. */
const NUMBERS = 0.8
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ].*)?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}( .*)?$/
const ID = /^(id|index|no|nr|row|unnamed.*)$|[_\s-]id$/i

/**
 * What a column of inputs is: numbers, categories, or nothing to learn from (an id, a date, the same in every row, text that is different
 * in nearly every row).
 *
 * Shapes: a cell for each row. Throws `DataError` with the line of the first cell that is no number in a column of numbers.
 */
export function kindOfColumn(table: Table, { name, cells }: TableColumn): ColumnKind {
  const filled = cells.filter((cell) => !isMissing(cell))
  if (filled.length === 0) return { kind: 'ignore', why: 'every cell is empty' }
  const values = different(filled)
  if (values.length === 1) return { kind: 'ignore', why: `${quoted(values[0] ?? '')} in every row` }
  const numbers = filled.flatMap((cell) => parseNumber(cell) ?? [])
  if (numbers.length === filled.length) {
    const runs = values.length === cells.length && numbers.every((x, i) => Number.isInteger(x) && x - i === numbers[0])
    if (values.length === cells.length && cells.length > 2 && (runs || ID.test(name)) && numbers.every(Number.isInteger)) {
      return { kind: 'ignore', why: 'another number in each row, as an id has' }
    }
    return { kind: 'number', why: `numbers, ${values[0] ?? ''} … ${values[values.length - 1] ?? ''}` }
  }
  if (numbers.length >= NUMBERS * filled.length) throw noNumber(table, name, cells, numbers.length, filled.length)
  if (filled.every((cell) => DATE.test(cell.trim()))) return { kind: 'ignore', why: 'dates' }
  if (values.length > Math.min(MOST_CATEGORIES, Math.max(2, filled.length / 2))) {
    return { kind: 'ignore', why: `text, different in ${values.length} of ${filled.length} rows` }
  }
  return { kind: 'category', why: `text of ${values.length} different values` }
}

function noNumber(table: Table, name: string, cells: readonly string[], numbers: number, filled: number): DataError {
  const row = cells.findIndex((cell) => !isMissing(cell) && parseNumber(cell) === undefined)
  return new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: `a number, as in ${numbers} of ${filled} cells of this column`,
    got: quoted(cells[row] ?? ''),
    fix: `Correct or empty this cell; or give { types: { ${quoted(name)}: 'category' } }, or 'ignore'.`,
  })
}
