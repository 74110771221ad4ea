import { DataError, OptionError } from '@nablajs/linalg'
import { parseNumber } from '../parseNumber.js'
import { quoted, quotedList } from '../quoted.js'
import { different } from './different.js'
import { isMissing } from './missing.js'
import { moments } from './moments.js'
import type { Target } from './preprocessing.js'
import { placeOf, type Table, type TableColumn } from './table.js'

/** What is predicted: a class, or numbers. */
export type Task = 'classification' | 'regression'

/** Labels are bytes. */
const MOST_CLASSES = 256
/** So many different whole numbers are taken for classes, unless they are as many as half of the rows. */
const FEW = 20

/**
 * What the target is: classes where it is text or few whole numbers, else numbers.
 *
 * Shapes: a cell for each row; rows: those to fit on. Throws `DataError` with line and column for a cell that cannot be, and where there are
 * not two classes; `OptionError` for several targets that are not numbers.
 */
export function fitTarget(table: Table, targets: readonly TableColumn[], rows: ArrayLike<number>, task: Task | undefined): { target: Target; why: string } {
  for (const { name, cells } of targets) {
    const row = cells.findIndex(isMissing)
    if (row >= 0) throw noTarget(table, row, name)
  }
  const [first] = targets
  const values = first ? different(first.cells) : []
  const isNumber = targets.every(({ cells }) => cells.every((cell) => parseNumber(cell) !== undefined))
  const few = values.length <= Math.min(FEW, table.rows / 2) && values.every((value) => Number.isInteger(parseNumber(value)))
  const found = task ?? (targets.length === 1 && (!isNumber || few) ? 'classification' : 'regression')
  if (first === undefined || (targets.length > 1 && (found === 'classification' || !isNumber))) throw several(targets)
  if (found === 'regression') return numbers(table, targets, rows)
  const kind = isNumber ? `${values.length} different whole numbers, taken for classes` : `${values.length} classes`
  return { target: { kind: 'classes', name: first.name, classes: requireClasses(table, first.name, values) }, why: task === undefined ? kind : `${values.length} classes, as told` }
}

function numbers(table: Table, targets: readonly TableColumn[], rows: ArrayLike<number>): { target: Target; why: string } {
  const columns = targets.map(({ name, cells }) => {
    const wrong = cells.findIndex((cell) => parseNumber(cell) === undefined)
    if (wrong >= 0) throw noNumber(table, wrong, name, cells[wrong] ?? '')
    const { mean, deviation } = moments(Array.from(rows, (row) => parseNumber(cells[row] ?? '') ?? NaN))
    return { name, mean, deviation: deviation === 0 ? 1 : deviation }
  })
  return { target: { kind: 'numbers', columns }, why: 'numbers' }
}

function requireClasses(table: Table, name: string, classes: string[]): string[] {
  if (classes.length >= 2 && classes.length <= MOST_CLASSES) return classes
  throw new DataError({
    where: `${table.name}, column ${quoted(name)}`,
    expected: `2 … ${MOST_CLASSES} different classes`,
    got: `${classes.length} (${quotedList(classes)})`,
    fix: classes.length < 2 ? 'Give rows of more than one class.' : "Is it the target? If it holds numbers, give { task: 'regression' }.",
  })
}

function noTarget(table: Table, row: number, name: string): DataError {
  return new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: 'a value of the target',
    got: 'a missing cell',
    fix: 'Fill it, or take the row out: nothing can be learnt from it.',
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
