import { OptionError } from '@nablajs/linalg'
import type { Table } from './table.js'

/**
 * The rows of a table that are given, or all.
 *
 * Shapes: rows, counted from 0. Throws `OptionError` for a row that is not there.
 */
export function rowsOf(table: Table, rows?: ArrayLike<number>): readonly number[] {
  if (rows === undefined) return Array.from({ length: table.rows }, (_, row) => row)
  const given = Array.from(rows)
  const wrong = given.find((row) => !Number.isSafeInteger(row) || row < 0 || row >= table.rows)
  if (wrong === undefined) return given
  throw new OptionError({
    option: 'rows',
    where: `${table.name}, rows`,
    expected: `whole numbers of 0 … ${table.rows - 1}`,
    got: String(wrong),
    fix: 'Count rows of the table from 0; splitIndices and kFold give such numbers.',
  })
}
