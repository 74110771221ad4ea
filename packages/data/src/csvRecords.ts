import { FormatError } from '@nablajs/linalg'
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { splitRecords } from './splitRecords.js'

/** The most characters of a record: a quote that is never closed ends here instead of taking the whole file. */
const LONGEST_RECORD = 2 ** 24

const BYTE_ORDER_MARK = '\ufeff'
/** What MS-DOS wrote at the end of a file, and some programs still do. */
const END_OF_FILE = '\u001a'

/**
 * Calls back for each record of CSV text, with the line it ends on, counted from 1. Empty lines are left out; cells may
 * be quoted; lines end in \n, \r\n or \r, which within a cell becomes \n. A Ctrl-Z at the end is left out.
 *
 * Shapes: none; a record is an array of cells. Throws `FormatError` with the line for a quote that is never closed or
 * stands in the middle of a cell.
 */
export function csvRecords(file: string, text: string, delimiter: string, each: (cells: string[], line: number) => void): void {
  const whole = withoutMarks(text)
  if (!whole.includes('"')) {
    splitRecords(file, whole, { delimiter, longest: LONGEST_RECORD }, each)
    return
  }
  let ended = 0
  try {
    parse(whole.replace(/\r\n?/g, '\n'), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      max_record_size: LONGEST_RECORD,
      // Called for its effect: a record that it does not return is not kept.
      on_record: (cells: string[], { lines }) => {
        each(cells, lines)
        ended = lines
      },
    })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    if (cause.code === 'CSV_QUOTE_NOT_CLOSED') throw neverClosed(file, ended + 1)
    const line = 'lines' in cause && typeof cause.lines === 'number' ? cause.lines : undefined
    throw new FormatError({
      ...(line !== undefined && { line }),
      where: line === undefined ? file : `${file}, line ${line}`,
      expected: 'records of CSV',
      got: cause.message,
      fix: 'Close the quote; a quote within a quoted cell is written twice.',
    })
  }
}

/** The parser names the last line, which is the end of the file; the quote was opened in the record that began after the last whole one. */
function neverClosed(file: string, line: number): FormatError {
  return new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: 'records of CSV',
    got: 'a quote in this record that is never closed',
    fix: 'Close the quote; a quote within a quoted cell is written twice.',
  })
}

function withoutMarks(text: string): string {
  const trimmed = text.slice(-8).trimEnd()
  const end = trimmed.endsWith(END_OF_FILE) ? text.lastIndexOf(END_OF_FILE) : text.length
  return text.slice(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0, end)
}
