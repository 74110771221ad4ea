import { DataError, OptionError } from '@nablajs/linalg'
import { parseNumber } from './parseNumber.js'
import { quoted, quotedList } from './quoted.js'
import { isMissing } from './table/missing.js'
import { inputsOf, outputsOf, widthOf, type InputColumn, type Preprocessing, type Target } from './table/preprocessing.js'

/** A cell of a row: text of CSV, or what JSON has. */
export type CellValue = unknown

/** Where a row stands, for errors. */
export interface RowPlace {
  readonly file: string
  /** The line, counted from 1. */
  readonly line: number
  /** The sample, counted from 0. */
  readonly sample: number
}

/** Labels are bytes. */
const MOST_CLASSES = 256

/**
 * How many numbers a row becomes.
 *
 * Shapes: returns n_1 and n_L. Throws `OptionError` for a preprocessing without inputs or targets, or with more classes than labels.
 */
export function widthsOf(preprocessing: Preprocessing): { inputs: number; targets: number } {
  const widths = { inputs: inputsOf(preprocessing), targets: outputsOf(preprocessing) }
  const most = preprocessing.target.kind === 'classes' ? MOST_CLASSES : Infinity
  if (widths.inputs > 0 && widths.targets > 0 && widths.targets <= most) return widths
  throw new OptionError({
    option: 'preprocessing',
    where: 'preprocessing',
    expected: `at least one number for the inputs and one for the targets, and at most ${MOST_CLASSES} classes`,
    got: `${widths.inputs} and ${widths.targets}`,
    fix: 'Give one that was fitted on a table.',
  })
}

/**
 * The names of the columns that a preprocessing needs, those of the inputs first, in the order of the cells that `rowToNumbers` takes.
 *
 * Shapes: none; text out.
 */
export function namesOf({ inputs, target }: Preprocessing): readonly string[] {
  return [...inputs.map(({ name }) => name), ...(target.kind === 'classes' ? [target.name] : target.columns.map(({ name }) => name))]
}

/**
 * Turns the cells of a row, in the order of `namesOf`, into numbers, written to the ends of the two lists from `from` on. Returns the
 * label where the target is a class.
 *
 * Shapes: inputs: n_1 numbers from `from.inputs` on, targets: n_L from `from.targets` on, zero before. Throws `DataError` with line,
 * column and sample for a cell that is not what its column has to be.
 */
export function rowToNumbers(
  { inputs, target }: Preprocessing,
  cells: readonly CellValue[],
  place: RowPlace,
  into: { readonly inputs: Float64Array; readonly targets: Float64Array },
  from: { readonly inputs: number; readonly targets: number },
): number | undefined {
  let at = from.inputs
  for (const [c, column] of inputs.entries()) {
    writeInput(column, cells[c], place, into.inputs, at)
    at += widthOf(column)
  }
  return writeTarget(target, cells.slice(inputs.length), place, into.targets, from.targets)
}

function writeInput(column: InputColumn, cell: CellValue, place: RowPlace, into: Float64Array, at: number): void {
  switch (column.kind) {
    case 'number': {
      const number = numberIn(cell) ?? (saysNothing(cell) ? column.fill : undefined)
      if (number === undefined) throw wrongCell(column.name, cell, place, 'a finite number, such as -1.5e3')
      into[at] = standardised(number, column, place)
      return
    }
    case 'category': {
      const label = column.categories.indexOf(saysNothing(cell) ? '' : (textIn(cell) ?? ''))
      if (label >= 0) into[at + label] = 1
      else if (column.unknown === 'error' || saysNothing(cell) || textIn(cell) === undefined) {
        throw wrongCell(column.name, cell, place, `one of ${quotedList(column.categories)}`)
      }
      return
    }
    case 'bytes': {
      const bytes: readonly unknown[] = Array.isArray(cell) ? cell : []
      if (bytes.length !== column.count || !bytes.every(isByte)) {
        throw wrongCell(column.name, cell, place, `a list of ${column.count} whole numbers of 0 … 255`)
      }
      for (const [k, byte] of bytes.entries()) into[at + k] = Number(byte) * column.scale
    }
  }
}

function writeTarget(target: Target, cells: readonly CellValue[], place: RowPlace, into: Float64Array, at: number): number | undefined {
  if (target.kind === 'classes') {
    const text = textIn(cells[0])
    const label = text === undefined || text === '' ? -1 : placeOfClass(target.classes, text)
    if (label < 0) throw wrongCell(target.name, cells[0], place, `a class (${quotedList(target.classes)})`)
    into[at + label] = 1
    return label
  }
  for (const [c, column] of target.columns.entries()) {
    const number = numberIn(cells[c])
    if (number === undefined) throw wrongCell(column.name, cells[c], place, 'a finite number, such as -1.5e3')
    into[at + c] = standardised(number, column, place)
  }
  return undefined
}

/** A constant column, whose deviation is 0, becomes 0. */
function standardised(number: number, { name, mean, deviation }: { name: string; mean: number; deviation: number }, place: RowPlace): number {
  const distance = deviation === 0 ? 0 : (number - mean) / deviation
  if (Number.isFinite(distance)) return distance
  throw wrongCell(name, number, place, `a number whose distance from the mean ${mean}, divided by the deviation ${deviation}, is finite`)
}

/** The place of a class; numbers may be written in another way than they were in the table that was fitted: 1 and 1.0. */
function placeOfClass(classes: readonly string[], text: string): number {
  const place = classes.indexOf(text)
  if (place >= 0) return place
  const number = parseNumber(text)
  const numbers = classes.map((name) => parseNumber(name))
  return number === undefined || numbers.includes(undefined) ? -1 : numbers.indexOf(number)
}

function saysNothing(cell: CellValue): boolean {
  const text = textIn(cell)
  return text !== undefined && isMissing(text)
}

function isByte(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255
}

function numberIn(cell: CellValue): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  return typeof cell === 'string' ? parseNumber(cell) : undefined
}

/** The category that a cell names; undefined where it is none: a list, an object. */
function textIn(cell: CellValue): string | undefined {
  if (cell === undefined || cell === null) return ''
  if (typeof cell === 'string') return cell.trim()
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : undefined
}

function wrongCell(column: string, cell: CellValue, { file, line, sample }: RowPlace, expected: string): DataError {
  const text = textIn(cell)
  return new DataError({
    sample,
    where: `${file}, line ${line}, column ${quoted(column)}`,
    expected,
    got: text === undefined ? (Array.isArray(cell) ? `a list of ${cell.length}` : 'an object') : text === '' ? 'a missing cell' : quoted(text),
    fix: 'Fill or correct it, or fit the preprocessing on a table that has such cells.',
  })
}
