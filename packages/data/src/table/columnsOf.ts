import { DataError, OptionError } from '@nablajs/linalg'
import { nearest } from '../nearest.js'
import { quoted, quotedList } from '../quoted.js'
import type { Table, TableColumn } from './table.js'

/**
 * The column of a name that an option gives.
 *
 * Shapes: none. Throws `OptionError` naming the nearest one where there is none of that name.
 */
export function columnNamed(table: Table, option: string, name: string): TableColumn {
  const column = table.columns.find((candidate) => candidate.name === name)
  if (column) return column
  const close = nearest(name, table.columns.map((candidate) => candidate.name))
  throw new OptionError({
    option,
    where: `${table.name}, ${option}`,
    expected: `the name of a column (${quotedList(table.columns.map((candidate) => candidate.name))})`,
    got: quoted(name),
    fix: close === undefined ? 'Give one of these names.' : `Did you mean ${quoted(close)}?`,
  })
}

/**
 * The column of a name that a model was made with.
 *
 * Shapes: none. Throws `DataError` where the table does not have it.
 */
export function columnWanted(table: Table, name: string): TableColumn {
  const column = table.columns.find((candidate) => candidate.name === name)
  if (column) return column
  const close = nearest(name, table.columns.map((candidate) => candidate.name))
  throw new DataError({
    where: table.name,
    expected: `a column ${quoted(name)}, as in the table that was trained on`,
    got: `the columns ${quotedList(table.columns.map((candidate) => candidate.name))}`,
    fix: close === undefined ? 'Give a table with the same columns, in any order.' : `Is it ${quoted(close)}? Rename it.`,
  })
}
