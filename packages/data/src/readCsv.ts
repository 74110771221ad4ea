import { DataError, FormatError, OptionError } from '@nablajs/linalg'
import { csvColumns, headerOf, type CsvColumns } from './csvColumns.js'
import { csvRecords } from './csvRecords.js'
import { csvTarget, numberOf, type Cell } from './csvTarget.js'
import { decodeText } from './decodeText.js'
import type { Samples } from './samples.js'

/** Which column is the target, and how the file is written. */
export interface ReadCsvOptions {
  /** The name of the target's column. */
  target: string
  /** Whether the target is a number or a class; unless said, a number where every cell is one. */
  targetKind?: 'number' | 'class'
  /** The classes in the order of their labels; those of the file unless said. Give the first file's to read a second one alike. */
  classes?: readonly string[]
  /** Columns that are neither inputs nor target: an id, a date. */
  omit?: readonly string[]
  /** The names of the columns, for a file without a line of names. */
  columns?: readonly string[]
  /** What stands between two cells, `,` unless said. */
  delimiter?: string
  /** How bytes are text, by a name that TextDecoder knows; UTF-8, or UTF-16 by its mark, unless said. */
  encoding?: string
  /** What to call the file in errors, `CSV` unless said. */
  name?: string
}

/** Samples from a table, with the names of what is in them. */
export interface CsvSamples {
  readonly samples: Samples
  /** The names of the rows of the inputs, in their order. */
  readonly inputs: readonly string[]
  /** The classes in the order of their labels; undefined where the target is a number. */
  readonly classes: readonly string[] | undefined
}

/**
 * Reads samples from CSV, a line each: one column is the target, the others are the inputs and must be numbers. A target of
 * classes becomes one-hot, with `labels` in the samples. Bytes are UTF-8, or UTF-16 with its mark in front.
 *
 * Shapes: inputs (columns that are left) × m in float64; targets 1 × m, or classes × m in bytes. Throws `FormatError` for
 * text that is no table, `DataError` for a cell that is not what its column has to be, both naming the line; `OptionError`
 * for the name of a column that is not there, naming the nearest that is.
 */
export function readCsv(file: string | Uint8Array | ArrayBuffer, options: ReadCsvOptions): CsvSamples {
  const { target, targetKind, classes, omit, delimiter = ',', name = 'CSV' } = options
  requireDelimiter(delimiter)
  const numbers: number[] = []
  const answers: Cell[] = []
  let columns: CsvColumns | undefined = options.columns && csvColumns(name, options.columns, target, omit)
  csvRecords(name, decodeText(name, file, options.encoding), delimiter, (cells, line) => {
    if (columns === undefined) {
      columns = csvColumns(name, headerOf(name, cells, line), target, omit)
      return
    }
    const { names, inputs, target: at } = columns
    if (cells.length !== names.length) throw ragged(name, line, names.length, cells.length)
    for (const c of inputs) {
      const column = names[c] ?? ''
      numbers.push(numberOf(name, column, { text: cells[c] ?? '', line }, answers.length, `omit: [${JSON.stringify(column)}]`))
    }
    answers.push({ text: cells[at] ?? '', line })
  })
  if (columns === undefined || answers.length === 0) throw empty(name)
  const { names, inputs } = columns
  const { classes: found, ...targets } = csvTarget(name, target, answers, targetKind, classes)
  return {
    samples: { size: answers.length, inputs: { rows: inputs.length, data: Float64Array.from(numbers) }, ...targets },
    inputs: inputs.map((c) => names[c] ?? ''),
    classes: found,
  }
}

function requireDelimiter(delimiter: string): void {
  if (typeof delimiter === 'string' && delimiter.length > 0 && !/["\r\n]/.test(delimiter)) return
  throw new OptionError({
    option: 'delimiter',
    where: 'readCsv, delimiter',
    expected: 'the text between two cells',
    got: JSON.stringify(delimiter),
    fix: "Give ',', ';' or '\\t'.",
  })
}

function ragged(file: string, line: number, expected: number, got: number): FormatError {
  return new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: `${expected} cells, as there are columns`,
    got: String(got),
    fix: 'Look for a delimiter too many or too few; a cell that holds one stands in quotes.',
  })
}

function empty(file: string): DataError {
  return new DataError({
    where: file,
    expected: 'a line of names, then a line for each sample',
    got: 'no samples',
    fix: 'Look at where the file comes from.',
  })
}
