import { DataError, OptionError } from '@nablajs/linalg'
import { parseNumber } from '../parseNumber.js'
import { quoted } from '../quoted.js'
import { columnNamed } from './columnsOf.js'
import { different } from './different.js'
import { fitTarget, type Task } from './fitTarget.js'
import { kindOfColumn, type ColumnKind } from './kindOfColumn.js'
import { isMissing } from './missing.js'
import { median, moments } from './moments.js'
import type { InputColumn, Preprocessing } from './preprocessing.js'
import { placeOf, type Table, type TableColumn } from './table.js'

/** What a missing cell of an input becomes. */
export type Missing = 'error' | 'mean' | 'median' | 'drop' | 'category'

/** What is known of a table before it is looked at. */
export interface FitOptions {
  /** The column to predict, or several of numbers; the last unless said. */
  target?: string | readonly string[]
  /** Whether the target is a class or a number; found out unless said. */
  task?: Task
  /** Columns that are not what they seem. */
  types?: Readonly<Record<string, ColumnKind['kind']>>
  /**
   * What missing cells of inputs become: an error (unless said), the mean or the median of their column, or nothing, the row being dropped;
   * `category` makes a category of them, and takes the mean where the column is numbers.
   */
  missing?: Missing
  /** What a category that was not seen becomes; zeros unless said. */
  unknown?: 'zeros' | 'error'
  /** The rows to fit means and deviations on; all unless said. */
  rows?: ArrayLike<number>
}

/** What was decided about a column. */
export interface ColumnDecision {
  readonly name: string
  readonly use: 'number' | 'category' | 'target' | 'left out'
  readonly why: string
}

/** How a table becomes numbers, and what was decided on the way. */
export interface Fitted {
  readonly preprocessing: Preprocessing
  /** For each column of the table, in its order. */
  readonly decisions: readonly ColumnDecision[]
}

/**
 * Decides how a table becomes numbers: which columns are numbers, which categories, which nothing to learn from; means and deviations over the
 * rows given and no others, so that held-out rows leave no trace. Categories and classes are those of the whole table.
 *
 * Shapes: a decision for each column. Throws `OptionError` for the name of a column that is not there, naming the nearest, and `DataError`
 * with line and column for a cell that cannot be.
 */
export function fitPreprocessing(table: Table, options: FitOptions = {}): Fitted {
  const { types = {}, missing = 'error', unknown = 'zeros', rows = Array.from({ length: table.rows }, (_, i) => i) } = options
  const names = targetNames(table, options.target)
  for (const name of Object.keys(types)) columnNamed(table, 'types', name)
  const targets = names.map((name) => columnNamed(table, 'target', name))
  const { target, why } = fitTarget(table, targets, rows, options.task)
  const inputs: InputColumn[] = []
  const decisions = table.columns.map((column): ColumnDecision => {
    const { name } = column
    if (names.includes(name)) return { name, use: 'target', why }
    const given = Object.hasOwn(types, name) ? types[name] : undefined
    const kind: ColumnKind = given === undefined ? kindOfColumn(table, column) : { kind: given, why: 'as told' }
    if (kind.kind === 'ignore') return { name, use: 'left out', why: kind.why }
    const input = kind.kind === 'number' ? numberColumn(table, column, rows, missing) : categoryColumn(table, column, missing, unknown)
    inputs.push(input)
    const gaps = column.cells.filter(isMissing).length
    return { name, use: kind.kind, why: gaps === 0 ? kind.why : `${kind.why}; ${gaps} missing: ${missing}` }
  })
  if (inputs.length === 0) throw noInput(table, names)
  return { preprocessing: { inputs, target }, decisions }
}

function targetNames(table: Table, target: FitOptions['target']): readonly string[] {
  const last = table.columns[table.columns.length - 1]?.name ?? ''
  const names = target === undefined ? [last] : typeof target === 'string' ? [target] : target
  return names.length === 0 ? [last] : names
}

function numberColumn(table: Table, { name, cells }: TableColumn, rows: ArrayLike<number>, missing: Missing): InputColumn {
  cells.forEach((cell, row) => {
    if (isMissing(cell)) {
      if (missing === 'error') throw gap(table, row, name)
    } else if (parseNumber(cell) === undefined) throw noNumber(table, row, name, cell)
  })
  const numbers = Array.from(rows).flatMap((row) => parseNumber(cells[row] ?? '') ?? [])
  const { mean, deviation } = moments(numbers)
  const fill = missing === 'median' ? median(numbers) : mean
  return { name, kind: 'number', mean, deviation: deviation === 0 ? 1 : deviation, ...(missing === 'error' || missing === 'drop' ? {} : { fill }) }
}

function categoryColumn(table: Table, { name, cells }: TableColumn, missing: Missing, unknown: 'zeros' | 'error'): InputColumn {
  const first = cells.findIndex(isMissing)
  if (first >= 0 && missing === 'error') throw gap(table, first, name)
  const categories = different(cells.filter((cell) => !isMissing(cell)))
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

function noInput(table: Table, targets: readonly string[]): OptionError {
  return new OptionError({
    option: 'target',
    where: `${table.name}, target`,
    expected: 'a target and at least one column of inputs',
    got: `${table.columns.length} columns, of which ${targets.map(quoted).join(', ')} is the target and none an input`,
    fix: "Is the delimiter right? { types } can say what a column is that was left out.",
  })
}
