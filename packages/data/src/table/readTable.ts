import { OptionError } from '@nablajs/linalg'
import { csvRecords } from '../csvRecords.js'
import { decodeText } from '../decodeText.js'
import { FormatError } from '../formatError.js'
import { parseNumber } from '../parseNumber.js'
import { quoted } from '../quoted.js'
import { decimalCommas } from './decimalCommas.js'
import { sniffDelimiter } from './sniffDelimiter.js'
import type { Table } from './table.js'

/** How a file of a table is written. */
export interface ReadTableOptions {
  /** What to call it in errors; `table` unless said. */
  name?: string
  /** What stands between two cells; found out among , ; tab and | unless said. */
  delimiter?: string
  /** Whether the first line holds names; found out unless said: it does where it holds no number. */
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
  const cells: string[][] = []
  const lines: number[] = []
  let names: string[] | undefined
  csvRecords(name, text, delimiter, (record, line) => {
    if (names === undefined) {
      const isHeader = header ?? !record.some((cell) => parseNumber(cell) !== undefined)
      names = record.map((cell, i) => (isHeader && cell.trim()) || `column ${i + 1}`)
      cells.push(...names.map(() => []))
      if (isHeader) return
    }
    if (record.length !== names.length) throw ragged(name, line, names.length, record)
    record.forEach((cell, i) => cells[i]?.push(cell))
    lines.push(line)
  })
  if (names === undefined || lines.length === 0) throw empty(name)
  requireNames(name, names)
  const columns = names.map((column, i) => ({ name: column, cells: delimiter === ',' ? (cells[i] ?? []) : decimalCommas(cells[i] ?? []) }))
  return { name, columns, rows: lines.length, line: (row) => lines[row] ?? 0 }
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
