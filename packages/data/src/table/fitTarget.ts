import { DataError, OptionError } from '@nablajs/linalg'
import { parseNumber } from '../parseNumber.js'
import { quoted, quotedList } from '../quoted.js'
import { different } from './different.js'
import { fitNumbers } from './fitNumbers.js'
import type { Task } from './fitOptions.js'
import { requirePlain } from './kindOfColumn.js'
import { missingIn } from './missing.js'
import type { Target } from './preprocessing.js'
import { rowsOf } from './rowsOf.js'
import { placeOf, type Table, type TableColumn } from './table.js'

/** What the target is, why, and what may be wrong with it. */
export interface FittedTarget {
  readonly target: Target
  readonly why: string
  readonly warning?: string
}

/** Labels are bytes. */
const MOST_CLASSES = 256
/** So many different whole numbers are taken for classes, unless they are as many as half of the rows. */
const FEW = 20

/**
 * What the target is: classes where it is text or few whole numbers, else numbers. Classes are those of the whole table; numbers written in
 * two ways, as 1 and 1.0, are one.
 *
 * Shapes: a cell for each row; rows: those to fit on. Throws `DataError` with line and column for a cell that cannot be, and where there are
 * not two classes or each has one row; `OptionError` for several targets that are not numbers.
 */
export function fitTarget(
  table: Table,
  targets: readonly TableColumn[],
  rows: readonly number[],
  { task, missing }: { task?: Task; missing?: string },
): FittedTarget {
  const gaps = targets.map(({ cells }) => missingIn(cells))
  const isGap = (row: number) => targets.some(({ cells }, j) => gaps[j]?.(cells[row] ?? ''))
  if (missing !== 'drop') requireFilled(table, targets, gaps)
  const used = rowsOf(table).filter((row) => !isGap(row))
  const [first] = targets
  const values = different(used.map((row) => first?.cells[row] ?? ''))
  const isNumber = targets.every(({ cells }) => used.every((row) => parseNumber(cells[row] ?? '') !== undefined))
  const few = values.length <= Math.min(FEW, table.rows / 2) && values.every((value) => Number.isInteger(parseNumber(value)))
  const found = task ?? (targets.length === 1 && (!isNumber || few) ? 'classification' : 'regression')
  if (first === undefined || (targets.length > 1 && (found === 'classification' || !isNumber))) throw several(targets)
  const fitted = rows.filter((row) => !isGap(row))
  if (found === 'regression') return numbers(table, targets, used, fitted)
  if (task === undefined) requirePlain(table, first, used.map((row) => first.cells[row] ?? ''), "{ task: 'classification' }")
  const classes = isNumber ? oncePerNumber(values) : values
  requireClasses(table, first.name, classes, used.length, task)
  const why = task === undefined && isNumber ? `${classes.length} different whole numbers, taken for classes` : `${classes.length} classes`
  const seen = new Set(fitted.map((row) => keyOf(first.cells[row] ?? '', isNumber)))
  const unseen = classes.filter((name) => !seen.has(keyOf(name, isNumber)))
  return {
    target: { kind: 'classes', name: first.name, classes },
    why: task === undefined ? why : `${why}, as told`,
    ...(unseen.length > 0 && { warning: `no row to fit on is of ${quotedList(unseen)}: that cannot be learnt` }),
  }
}

function keyOf(cell: string, isNumber: boolean): string {
  return isNumber ? String(parseNumber(cell)) : cell.trim()
}

function oncePerNumber(values: readonly string[]): string[] {
  return values.filter((value, i) => i === 0 || parseNumber(value) !== parseNumber(values[i - 1] ?? ''))
}

function requireFilled(table: Table, targets: readonly TableColumn[], gaps: readonly ((cell: string) => boolean)[]): void {
  targets.forEach(({ name, cells }, j) => {
    const row = cells.findIndex((cell) => gaps[j]?.(cell))
    if (row >= 0) throw noTarget(table, row, name)
  })
}

function numbers(table: Table, targets: readonly TableColumn[], used: readonly number[], fitted: readonly number[]): FittedTarget {
  const columns = targets.map(({ name, cells }) => {
    const wrong = used.find((row) => parseNumber(cells[row] ?? '') === undefined)
    if (wrong !== undefined) throw noNumber(table, wrong, name, cells[wrong] ?? '')
    const { mean, deviation } = fitNumbers(table, { name, cells }, fitted)
    return { name, mean, deviation }
  })
  return { target: { kind: 'numbers', columns }, why: 'numbers' }
}

function requireClasses(table: Table, name: string, classes: readonly string[], rows: number, task: Task | undefined): void {
  const oneEach = task === undefined && classes.length === rows && rows > 2
  if (classes.length >= 2 && classes.length <= MOST_CLASSES && !oneEach) return
  const regression = "If it holds numbers, give { task: 'regression' }"
  throw new DataError({
    where: `${table.name}, column ${quoted(name)}`,
    expected: oneEach ? 'classes, of which some have several rows' : `2 … ${MOST_CLASSES} different classes`,
    got: oneEach ? `another in each of ${rows} rows (${quotedList(classes)})` : `${classes.length} (${quotedList(classes)})`,
    fix:
      classes.length < 2
        ? 'Give rows of more than one class.'
        : `Is it the target? Say { target: 'a column' }. ${oneEach ? "If it is, give { task: 'classification' }" : regression}.`,
  })
}

function noTarget(table: Table, row: number, name: string): DataError {
  return new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: 'a value of the target',
    got: 'a missing cell',
    fix: "Fill it, or take the row out, as { missing: 'drop' } does: nothing can be learnt from it.",
  })
}

function noNumber(table: Table, row: number, name: string, cell: string): DataError {
  return new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: 'a number, as the target of a regression',
    got: quoted(cell),
    fix: "Correct it, or give { task: 'classification' }.",
  })
}

function several(targets: readonly TableColumn[]): OptionError {
  return new OptionError({
    option: 'target',
    where: 'target',
    expected: 'one column of classes, or several of numbers',
    got: quotedList(targets.map(({ name }) => name)),
    fix: 'Predict one class at a time.',
  })
}
