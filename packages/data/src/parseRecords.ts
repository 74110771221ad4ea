import { FormatError } from '@nablajs/linalg'
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { splitRecords } from './splitRecords.js'

/** How CSV text is read, and what came before it. */
interface RecordOptions {
  readonly delimiter: string
  /** The most characters of a record: a quote that is never closed ends here instead of taking all that follows. */
  readonly longest: number
  /** Lines before the text; 0 unless said. */
  readonly before?: number
}

/**
 * Calls back for each record of CSV text, with the line it ends on, counted from 1. Empty lines are left out; cells may
 * be quoted; lines end in \n, \r\n or \r, which within a cell becomes \n. Text without quotes, which is most of what is large, is
 * split at once. Returns how many lines end in the text.
 *
 * Shapes: none; a record is an array of cells. Throws `FormatError` with the line for a quote that is never closed or
 * stands in the middle of a cell, and for a record that is too long.
 */
export function parseRecords(file: string, text: string, options: RecordOptions, each: (cells: string[], line: number) => void): number {
  if (!text.includes('"')) return splitRecords(file, text, options, each)
  const { delimiter, longest, before = 0 } = options
  const lines = text.replace(/\r\n?/g, '\n')
  let ended = before
  try {
    parse(lines, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      max_record_size: longest,
      // Called for its effect: a record that it does not return is not kept by the parser.
      on_record: (cells: string[], context) => {
        ended = before + context.lines
        each(cells, ended)
      },
    })
  } catch (cause) {
    throw cause instanceof CsvError ? asFormatError(file, cause, before, ended) : cause
  }
  return lines.split('\n').length - 1
}

function asFormatError(file: string, cause: CsvError, before: number, ended: number): FormatError {
  const isOpen = cause.code === 'CSV_QUOTE_NOT_CLOSED'
  const within = 'lines' in cause && typeof cause.lines === 'number' ? cause.lines : 1
  // Of a quote that is never closed the parser names the last line of all; it was opened in the record after the last whole one.
  const line = isOpen ? ended + 1 : before + within
  return new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: 'records of CSV',
    got: isOpen ? 'a quote in this record that is never closed' : cause.message.replace(`line ${within}`, `line ${line}`),
    fix: 'Close the quote; a quote within a quoted cell is written twice.',
  })
}
