import { FormatError, OptionError } from '@nablajs/linalg'
import { csvRecords } from '../csvRecords.js'
import { decodeText } from '../decodeText.js'
import { parseNumber } from '../parseNumber.js'
import { textFormat } from '../otherFormat.js'
import { quoted } from '../quoted.js'
import { decimalCommas, isWithComma } from './decimalCommas.js'
import { isMissing } from './missing.js'
import { sniffDelimiter } from './sniffDelimiter.js'
import type { Table } from './table.js'

/** How a file of a table is written. */
export interface ReadTableOptions {
  /** What to call it in errors; `table` unless said. */
  name?: string
  /** What stands between two cells; found out among , ; tab and | unless said. */
  delimiter?: string
  /** Whether the first line holds names; found out unless said: it does where it holds no number, or text above a column of numbers. */
  header?: boolean
  /** How bytes are text, by a name that TextDecoder knows; UTF-8, or UTF-16 by its mark, unless said. */
  encoding?: string
}

/**
 * Reads a table from CSV or its like, as people have it: cells may be quoted, lines end in \n, \r\n or \r, empty lines are left out, and
 * where another delimiter than a comma leaves it free, a comma may stand before decimals. A column without a name is `column 1`, and so on.
 *
 * Shapes: a column for each name, a cell for each row. Throws `FormatError` with the line for a row of another length, a quote that is never
 * closed or a name that comes twice; `OptionError` for a delimiter or an encoding that cannot be.
 */
export function readTable(file: string | Uint8Array | ArrayBuffer, options: ReadTableOptions = {}): Table {
  const { name = 'table', header, encoding } = options
  const text = decodeText(name, file, encoding)
  const delimiter = options.delimiter ?? sniffDelimiter(text)
  requireDelimiter(delimiter)
  const other = textFormat(text)
  if (other !== undefined) throw otherwise(name, other)
  const records: string[][] = []
  const lines: number[] = []
  csvRecords(name, text, delimiter, (record, line) => {
    const expected = records[0]?.length ?? record.length
    if (record.length !== expected) throw ragged(name, line, expected, record)
    records.push(record)
    lines.push(line)
  })
  const [first = []] = records
  const isHeader = header ?? isLineOfNames(records, delimiter)
  if (isHeader) {
    records.shift()
    lines.shift()
  }
  if (records.length === 0) throw empty(name)
  const names = first.map((cell, i) => (isHeader && cell.trim()) || `column ${i + 1}`)
  requireNames(name, names)
  const columns = names.map((column, i) => {
    const cells = records.map((record) => record[i] ?? '')
    return { name: column, cells: delimiter === ',' ? cells : decimalCommas(cells) }
  })
  return { name, columns, rows: records.length, line: (row) => lines[row] ?? 0 }
}

/** It is where no cell of it is a number, or where text stands above a column of nothing but numbers: `x,2019` above `1,3`. */
function isLineOfNames([first = [], ...rest]: readonly (readonly string[])[], delimiter: string): boolean {
  const isNumber = (cell: string) => parseNumber(cell) !== undefined || (delimiter !== ',' && isWithComma(cell))
  if (!first.some(isNumber)) return true
  return first.some((cell, i) => {
    if (isNumber(cell) || isMissing(cell)) return false
    const filled = rest.map((record) => record[i] ?? '').filter((below) => !isMissing(below))
    return filled.length > 0 && filled.every(isNumber)
  })
}

function requireNames(file: string, names: readonly string[]): void {
  const seen = new Set<string>()
  const twice = names.findIndex((name) => seen.size === seen.add(name).size)
  if (twice < 0) return
  const column = names[twice] ?? ''
  throw new FormatError({
    line: 1,
    where: `${file}, line 1, column ${twice + 1}`,
    expected: 'a name that no other column has',
    got: quoted(column),
    fix: 'Rename it in the first line; or say { header: false } if that line holds data.',
  })
}

function requireDelimiter(delimiter: string): void {
  if (delimiter.length > 0 && !/["\r\n]/.test(delimiter)) return
  throw new OptionError({
    option: 'delimiter',
    where: 'readTable, delimiter',
    expected: 'the text between two cells',
    got: JSON.stringify(delimiter),
    fix: "Give ',', ';' or '\\t', or leave it out.",
  })
}

function otherwise(file: string, got: string): FormatError {
  return new FormatError({
    line: 1,
    where: `${file}, line 1`,
    expected: 'a table',
    got,
    fix: got === 'JSON' ? 'Give lines of JSON to readJsonl, an object on each.' : 'Download the file itself: this is what the server said instead.',
  })
}

function ragged(file: string, line: number, expected: number, { length }: readonly string[]): FormatError {
  return new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: `${expected} cells, as in the first line`,
    got: String(length),
    fix: 'Look for a delimiter too many or too few; a cell that holds one stands in quotes.',
  })
}

function empty(file: string): FormatError {
  return new FormatError({
    where: file,
    expected: 'a line of names, then a line for each row',
    got: 'no rows',
    fix: 'Look at where the file comes from.',
  })
}
