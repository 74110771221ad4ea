import { FormatError } from '@nablajs/linalg'
import { CsvError, parse } from 'csv-parse/sync'
import { recordText } from './recordText.js'
import { splitRecords, tooLong } from './splitRecords.js'

/** A record of CSV and the line it ends on, counted from 1. */
export interface CsvRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** The most characters of a record: a quote that is never closed ends here instead of taking the whole file. */
const LONGEST_RECORD = 2 ** 22

/**
 * The records of CSV text that comes piece by piece: those of a piece together, since a turn of the event loop for each of them would
 * take longer than reading it. As `csvRecords` reads them otherwise. Text without quotes, which is most of what is large, is split at once.
 *
 * Shapes: none; a record is an array of cells. Throws (by rejecting) `FormatError` with the line for a quote that is never closed or
 * stands in the middle of a cell, and for a record that is too long.
 */
export async function* csvRows(file: string, text: AsyncIterable<string>, delimiter: string): AsyncGenerator<readonly CsvRow[]> {
  const records = recordText()
  let line = 0
  const read = (whole: string): readonly CsvRow[] => {
    const [rows, lines] = whole.includes('"') ? parsed(file, whole, delimiter, line) : split(file, whole, delimiter, line)
    line += lines
    return rows
  }
  for await (const piece of text) {
    yield read(records.add(piece))
    if (records.waiting <= LONGEST_RECORD) continue
    const first = line + 1
    // Where a quote is wrong the parser says which.
    read(records.rest())
    throw tooLong(file, first, LONGEST_RECORD)
  }
  yield read(records.rest())
}

/** Rows, and how many lines they are. */
type Part = readonly [rows: readonly CsvRow[], lines: number]

function split(file: string, text: string, delimiter: string, before: number): Part {
  const rows: CsvRow[] = []
  const lines = splitRecords(file, text, { delimiter, longest: LONGEST_RECORD, before }, (cells, line) => rows.push({ cells, line }))
  return [rows, lines]
}

function parsed(file: string, text: string, delimiter: string, before: number): Part {
  const rows: CsvRow[] = []
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LONGEST_RECORD,
      // Called for its effect: a record that it does not return is not kept by the parser.
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: before + lines })
      },
    })
  } catch (cause) {
    throw cause instanceof CsvError ? asFormatError(file, cause, before) : cause
  }
  return [rows, text.split(/\r\n|[\n\r]/).length - 1]
}

function asFormatError(file: string, cause: CsvError, before: number): FormatError {
  const within = 'lines' in cause && typeof cause.lines === 'number' ? cause.lines : 1
  const line = before + within
  return new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: 'records of CSV',
    got: cause.message.replace(`line ${within}`, `line ${line}`),
    fix: 'Close the quote; a quote within a quoted cell is written twice.',
  })
}
