import { DataError } from '@nablajs/linalg'
import { parseNumber } from '../parseNumber.js'
import { quoted } from '../quoted.js'
import { median, moments } from './moments.js'
import type { Table, TableColumn } from './table.js'

/**
 * What standardises a column of numbers, from the rows to fit on; the deviation is 1 where they are all the same.
 *
 * Shapes: a cell for each row; three scalars. Throws `DataError` where none of the rows has a number, and where their distances are ∞.
 */
export function fitNumbers(table: Table, { name, cells }: TableColumn, rows: readonly number[]): { mean: number; median: number; deviation: number } {
  const numbers = rows.flatMap((row) => parseNumber(cells[row] ?? '') ?? [])
  const { mean, deviation } = moments(numbers)
  if (numbers.length > 0 && Number.isFinite(mean) && Number.isFinite(deviation)) {
    return { mean, median: median(numbers), deviation: deviation === 0 ? 1 : deviation }
  }
  throw new DataError({
    where: `${table.name}, column ${quoted(name)}`,
    expected: 'a value in at least one of the rows to fit on, and a deviation that is finite',
    got: numbers.length === 0 ? 'no value' : 'numbers so large that their distances are not',
    fix: `Correct it, or give { types: { ${quoted(name)}: 'ignore' } }.`,
  })
}
