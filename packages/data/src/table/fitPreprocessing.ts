import { DataError, OptionError } from '@nablajs/linalg'
import { parseNumber } from '../parseNumber.js'
import { quoted } from '../quoted.js'
import { columnNamed } from './columnsOf.js'
import { different } from './different.js'
import { fitNumbers } from './fitNumbers.js'
import { requireFitOptions, type FitOptions, type Missing } from './fitOptions.js'
import { fitTarget } from './fitTarget.js'
import { kindOfColumn, type ColumnKind } from './kindOfColumn.js'
import { isMissing, missingIn } from './missing.js'
import type { InputColumn, Preprocessing } from './preprocessing.js'
import { rowsOf } from './rowsOf.js'
import { saysTarget } from './saysTarget.js'
import { placeOf, type Table, type TableColumn } from './table.js'

/** What was decided about a column. */
export interface ColumnDecision {
  readonly name: string
  readonly use: 'number' | 'category' | 'target' | 'left out'
  readonly why: string
  /** What may be wrong with it, where something looks so. */
  readonly warning?: string
}

/** How a table becomes numbers, and what was decided on the way. */
export interface Fitted {
  readonly preprocessing: Preprocessing
  /** For each column of the table, in its order. */
  readonly decisions: readonly ColumnDecision[]
}

/**
 * Decides how a table becomes numbers: which columns are numbers, which categories, which nothing to learn from; means, deviations and
 * categories over the rows given and no others, so that held-out rows leave no trace. Classes are those of the whole table.
 *
 * Shapes: a decision for each column. Throws `OptionError` for the name of a column that is not there, naming the nearest, and `DataError`
 * with line and column for a cell that cannot be.
 */
export function fitPreprocessing(table: Table, options: FitOptions = {}): Fitted {
  const { types = {}, missing = 'error', unknown = 'zeros' } = options
  const rows = rowsOf(table, options.rows)
  const names = targetNames(table, options.target)
  requireFitOptions(table, options, names)
  const targets = names.map((name) => columnNamed(table, 'target', name))
  const { target, ...found } = fitTarget(table, targets, rows, options)
  const inputs: InputColumn[] = []
  const decisions = table.columns.map((column): ColumnDecision => {
    const { name } = column
    if (names.includes(name)) return { name, use: 'target', ...found }
    const given = Object.hasOwn(types, name) ? types[name] : undefined
    const kind: ColumnKind = given === undefined ? kindOfColumn(table, column, rows) : { kind: given, why: 'as told' }
    if (kind.kind === 'ignore') return { name, use: 'left out', why: kind.why }
    const input = kind.kind === 'number' ? numberColumn(table, column, rows, missing) : categoryColumn(table, column, rows, missing, unknown)
    inputs.push(input)
    const gaps = column.cells.filter(missingIn(column.cells)).length
    const why = gaps === 0 ? kind.why : `${kind.why}; ${gaps} missing: ${missing}`
    return { name, use: kind.kind, why, ...(saysTarget(column, targets, target.kind) && { warning: SAYS_TARGET }) }
  })
  if (inputs.length === 0) throw noInput(table, decisions)
  return { preprocessing: { inputs, target }, decisions }
}

const SAYS_TARGET = 'it says the target by itself: is it a copy, or only known afterwards? Then leave it out'

function targetNames(table: Table, target: FitOptions['target']): readonly string[] {
  if (typeof target === 'string') return [target]
  return target === undefined || target.length === 0 ? table.columns.slice(-1).map(({ name }) => name) : target
}

function numberColumn(table: Table, column: TableColumn, rows: readonly number[], missing: Missing): InputColumn {
  const { name, cells } = column
  cells.forEach((cell, row) => {
    if (isMissing(cell)) {
      if (missing === 'error') throw gap(table, row, name)
    } else if (parseNumber(cell) === undefined) throw noNumber(table, row, name, cell)
  })
  const { mean, median, deviation } = fitNumbers(table, column, rows)
  const standardised = { name, kind: 'number', mean, deviation } as const
  if (missing === 'error' || missing === 'drop') return standardised
  return { ...standardised, fill: missing === 'median' ? median : mean }
}

function categoryColumn(
  table: Table,
  { name, cells }: TableColumn,
  rows: readonly number[],
  missing: Missing,
  unknown: 'zeros' | 'error',
): InputColumn {
  const isGap = missingIn(cells)
  const first = cells.findIndex(isGap)
  if (first >= 0 && missing === 'error') throw gap(table, first, name)
  const categories = different(rows.map((row) => cells[row] ?? '').filter((cell) => !isGap(cell)))
  if (categories.length === 0) throw noValue(table, name)
  return { name, kind: 'category', categories: first >= 0 && missing !== 'drop' ? ['', ...categories] : categories, unknown }
}

function gap(table: Table, row: number, name: string): DataError {
  return new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: 'a value',
    got: 'a missing cell',
    fix: "Fill it; or say what becomes of missing cells: { missing: 'mean' }, 'median', 'drop' or 'category'.",
  })
}

function noNumber(table: Table, row: number, name: string, cell: string): DataError {
  return new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: 'a number, such as -1.5e3',
    got: quoted(cell),
    fix: `Correct or empty it; or give { types: { ${quoted(name)}: 'category' } }, or 'ignore'.`,
  })
}

function noValue(table: Table, name: string): DataError {
  return new DataError({
    where: `${table.name}, column ${quoted(name)}`,
    expected: 'a value in at least one of the rows to fit on',
    got: 'none',
    fix: `Give { types: { ${quoted(name)}: 'ignore' } }.`,
  })
}

function noInput(table: Table, decisions: readonly ColumnDecision[]): OptionError {
  const left = decisions.filter(({ use }) => use === 'left out')
  const reasons = left.slice(0, 3).map(({ name, why }) => `${quoted(name)} left out (${why})`)
  const got = left.length === 0 ? `${decisions.length === 1 ? 'the one column' : 'every column'} as the target` : reasons.join(', ')
  return new OptionError({
    option: 'types',
    where: `${table.name}, inputs`,
    expected: 'at least one column of inputs',
    got: left.length > 3 ? `${got}, …` : got,
    fix:
      left.length === 0
        ? "Is the delimiter right? Give { delimiter: ';' } if the file has that."
        : `Where one is worth learning from, say so: { types: { ${quoted(left[0]?.name ?? '')}: 'number' } }, or 'category'.`,
  })
}
