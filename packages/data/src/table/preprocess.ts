import { DataError } from '@nablajs/linalg'
import { oneHot } from '../oneHot.js'
import { parseNumber } from '../parseNumber.js'
import { quoted, quotedList } from '../quoted.js'
import type { Columns, Samples } from '../samples.js'
import { columnWanted } from './columnsOf.js'
import { isMissing, missingIn } from './missing.js'
import { inputsOf, widthOf, type InputColumn, type Preprocessing, type Target } from './preprocessing.js'
import { rowsOf } from './rowsOf.js'
import { placeOf, type Table } from './table.js'

/**
 * The inputs of a network from rows of a table, whose columns are found by their names, in whatever order they are.
 *
 * Shapes: returns n_1 × (number of rows), in float64. Throws `DataError` with line and column for a cell that cannot be, and for a column
 * that is not there; `OptionError` for a row that is not.
 */
export function inputsFrom(table: Table, preprocessing: Preprocessing, given?: ArrayLike<number>): Columns {
  const rows = rowsOf(table, given)
  const width = inputsOf(preprocessing)
  const data = new Float64Array(width * rows.length)
  const cellsOf = new Map(table.columns.map(({ name, cells }) => [name, cells]))
  let first = 0
  for (const column of preprocessing.inputs) {
    const cells = cellsOf.get(column.name) ?? columnWanted(table, column.name).cells
    const placeOfCategory = new Map(column.kind === 'category' ? column.categories.map((category, k) => [category, k]) : [])
    for (const [i, row] of rows.entries()) fill(table, column, placeOfCategory, row, cells[row] ?? '', data, i * width + first)
    first += widthOf(column)
  }
  return { rows: width, data }
}

/**
 * The targets of rows of a table: one-hot, with labels, where they are classes.
 *
 * Shapes: returns n_L × (number of rows). Throws `DataError` with line and column for a cell that cannot be.
 */
export function targetsFrom(table: Table, { target }: Preprocessing, given?: ArrayLike<number>): Pick<Samples, 'targets' | 'labels'> {
  const rows = rowsOf(table, given)
  if (target.kind === 'classes') return classesFrom(table, target, rows)
  const { columns } = target
  const data = new Float64Array(columns.length * rows.length)
  columns.forEach(({ name, mean, deviation }, j) => {
    const { cells } = columnWanted(table, name)
    for (const [i, row] of rows.entries()) {
      const cell = cells[row] ?? ''
      const number = parseNumber(cell)
      if (number === undefined) throw noNumber(table, row, name, cell)
      data[i * columns.length + j] = standardised(table, row, { name, mean, deviation }, number)
    }
  })
  return { targets: { rows: columns.length, data } }
}

/**
 * Samples from rows of a table: inputs and targets.
 *
 * Shapes: inputs n_1 × (number of rows), targets n_L × (number of rows). Throws as `inputsFrom` and `targetsFrom` do.
 */
export function preprocess(table: Table, preprocessing: Preprocessing, given?: ArrayLike<number>): Samples {
  const inputs = inputsFrom(table, preprocessing, given)
  return { size: given?.length ?? table.rows, inputs, ...targetsFrom(table, preprocessing, given) }
}

/**
 * The rows of a table in which no cell that is used is missing: those that are left where the others are dropped.
 *
 * Shapes: rows, counted from 0. Throws `DataError` for a column that is not there.
 */
export function completeRows(table: Table, names: readonly string[]): number[] {
  const columns = names.map((name) => columnWanted(table, name).cells).map((cells) => ({ cells, isGap: missingIn(cells) }))
  return rowsOf(table).filter((row) => columns.every(({ cells, isGap }) => !isGap(cells[row] ?? '')))
}

function classesFrom(table: Table, { name, classes }: Target & { kind: 'classes' }, rows: readonly number[]): Pick<Samples, 'targets' | 'labels'> {
  const { cells } = columnWanted(table, name)
  const labelOf = new Map(classes.map((label, k) => [label, k]))
  // Classes that are numbers may be written in another way elsewhere: 1 and 1.0.
  const numbers = classes.map((label) => parseNumber(label))
  const labelOfNumber = new Map(numbers.includes(undefined) ? [] : numbers.map((number, k) => [number, k]))
  const labels = Uint8Array.from(rows, (row) => {
    const cell = (cells[row] ?? '').trim()
    const label = labelOf.get(cell) ?? labelOfNumber.get(parseNumber(cell))
    if (label !== undefined) return label
    throw new DataError({
      sample: row,
      where: placeOf(table, row, name),
      expected: `a class that was trained on (${quotedList(classes)})`,
      got: isMissing(cell) ? 'a missing cell' : quoted(cell),
      fix: 'Correct it, or train on a table that has it.',
    })
  })
  return { targets: oneHot(labels, classes.length), labels }
}

function fill(
  table: Table,
  column: InputColumn,
  placeOfCategory: ReadonlyMap<string, number>,
  row: number,
  cell: string,
  data: Float64Array,
  at: number,
): void {
  if (column.kind === 'bytes') throw notOfATable(table, column.name)
  if (column.kind === 'number') {
    const number = parseNumber(cell) ?? (isMissing(cell) ? column.fill : undefined)
    if (number === undefined) throw noNumber(table, row, column.name, cell)
    data[at] = standardised(table, row, column, number)
    return
  }
  const place = placeOfCategory.get(cell.trim()) ?? (isMissing(cell) ? placeOfCategory.get('') : undefined)
  if (place !== undefined) data[at + place] = 1
  else if (column.unknown === 'error' || isMissing(cell)) throw noCategory(table, row, column, cell)
}

function standardised(table: Table, row: number, { name, mean, deviation }: { name: string; mean: number; deviation: number }, number: number): number {
  const distance = (number - mean) / deviation
  if (Number.isFinite(distance)) return distance
  throw new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: `a number whose distance from the mean ${mean}, divided by the deviation ${deviation}, is finite`,
    got: String(number),
    fix: 'Correct it.',
  })
}

function noNumber(table: Table, row: number, name: string, cell: string): DataError {
  return new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: 'a number, such as -1.5e3',
    got: isMissing(cell) ? 'a missing cell' : quoted(cell),
    fix: isMissing(cell) ? "Fill it; or train with { missing: 'mean' }, 'median' or 'category', which says what becomes of it." : 'Correct it.',
  })
}

function noCategory(table: Table, row: number, { name, categories }: InputColumn & { kind: 'category' }, cell: string): DataError {
  return new DataError({
    sample: row,
    where: placeOf(table, row, name),
    expected: `one of ${quotedList(categories)}`,
    got: isMissing(cell) ? 'a missing cell' : quoted(cell),
    fix: "Correct it; or train with { missing: 'category', unknown: 'zeros' }, which says what becomes of it.",
  })
}

function notOfATable(table: Table, name: string): DataError {
  return new DataError({
    where: table.name,
    expected: `images (${quoted(name)})`,
    got: 'a table',
    fix: 'This model was trained on images: give such.',
  })
}
