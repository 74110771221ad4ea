import { DataError } from '@nablajs/linalg'
import { oneHot } from './oneHot.js'
import { parseNumber } from './parseNumber.js'
import { quoted, quotedList } from './quoted.js'
import type { Samples } from './samples.js'

/** A cell of a table, and where it stands. */
export interface Cell {
  readonly text: string
  /** The line, counted from 1. */
  readonly line: number
}

/** The targets of samples; `classes` where they are classes. */
export type CsvTarget = Pick<Samples, 'targets' | 'labels'> & { readonly classes: readonly string[] | undefined }

/** Labels are bytes. */
const MOST_CLASSES = 256

/**
 * A number that a cell has to hold.
 *
 * Shapes: scalar. Throws `DataError` with line, column and sample.
 */
export function numberOf(file: string, column: string, { text, line }: Cell, sample: number, otherwise: string): number {
  const number = parseNumber(text)
  if (number !== undefined) return number
  const fix = `Fill or correct it; or give { ${otherwise} } if this column holds no numbers.`
  throw wrongCell(file, column, { text, line }, sample, 'a finite number, such as -1.5e3', fix)
}

/**
 * Targets from the cells of a column: numbers, or classes as one-hot columns with their labels. Without `classes` those of
 * the cells are taken, in order: numbers by size, other text by its characters' codes.
 *
 * Shapes: cells: m; targets 1 × m in float64, or classes × m in bytes. Throws `DataError`.
 */
export function csvTarget(
  file: string,
  column: string,
  cells: readonly Cell[],
  kind: 'number' | 'class' | undefined,
  given: readonly string[] | undefined,
): CsvTarget {
  const isNumber = kind ? kind === 'number' : !given && cells.every(({ text }) => parseNumber(text) !== undefined)
  if (isNumber) {
    const data = Float64Array.from(cells, (cell, i) => numberOf(file, column, cell, i, "targetKind: 'class'"))
    return { targets: { rows: 1, data }, classes: undefined }
  }
  const classes = given ?? [...new Set(cells.map(({ text }) => text.trim()))].sort(inOrder)
  const labelOf = new Map(classes.map((name, k) => [name, k]))
  if (labelOf.size < 2 || labelOf.size > MOST_CLASSES || labelOf.size !== classes.length) {
    throw new DataError({
      where: `${file}, column ${quoted(column)}`,
      expected: `2 … ${MOST_CLASSES} different classes`,
      got: `${labelOf.size} (${quotedList(classes)})`,
      fix:
        labelOf.size < 2
          ? 'Give samples of more than one class.'
          : "Is it a name or a date? If it is a number, give { targetKind: 'number' }.",
    })
  }
  const labels = Uint8Array.from(cells, (cell, i) => {
    const label = cell.text.trim() === '' ? undefined : labelOf.get(cell.text.trim())
    if (label !== undefined) return label
    throw wrongCell(file, column, cell, i, `a class (${quotedList(classes)})`, 'Fill or correct it, or add it to { classes }.')
  })
  return { targets: oneHot(labels, classes.length), labels, classes }
}

function inOrder(a: string, b: string): number {
  const [x, y] = [parseNumber(a), parseNumber(b)]
  if (x !== undefined && y !== undefined && x !== y) return x - y
  if (x === undefined && y !== undefined) return 1
  if (x !== undefined && y === undefined) return -1
  return a < b ? -1 : 1
}

function wrongCell(file: string, column: string, { text, line }: Cell, sample: number, expected: string, fix: string): DataError {
  const where = `${file}, line ${line}, column ${quoted(column)}`
  return new DataError({ sample, where, expected, got: text.trim() === '' ? 'an empty cell' : quoted(text), fix })
}
