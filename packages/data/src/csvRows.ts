import { FormatError } from '@nablajs/linalg'
import { CsvError, parse } from 'csv-parse'

/** A record of CSV and the line it ends on, counted from 1. */
export interface CsvRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** The most bytes of a record: a quote that is never closed ends here instead of taking the whole file. */
const LONGEST_RECORD = 2 ** 22

/**
 * The records of CSV text that comes piece by piece: those of a piece together, since a turn of the event loop for each of them would
 * take longer than reading it. As `csvRecords` reads them otherwise.
 *
 * Shapes: none; a record is an array of cells. Throws (by rejecting) `FormatError` with the line for a quote that is never closed or
 * stands in the middle of a cell.
 */
export async function* csvRows(file: string, text: AsyncIterable<string>, delimiter: string): AsyncGenerator<readonly CsvRow[]> {
  let rows: CsvRow[] = []
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
    // Called for its effect: a record that it does not return is not kept by the parser.
    on_record: (cells: string[], { lines }) => {
      rows.push({ cells, line: lines })
    },
  })
  // The callbacks below have the same error; without a listener it would end the process.
  parser.on('error', () => undefined)
  const done = (settle: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      settle((error) => (error ? reject(asFormatError(file, error)) : resolve()))
    })
  const taken = () => {
    const full = rows
    rows = []
    return full
  }
  for await (const piece of text) {
    await done((settled) => parser.write(piece, settled))
    yield taken()
  }
  await done((settled) => parser.end(settled))
  yield taken()
}

function asFormatError(file: string, cause: Error): Error {
  if (!(cause instanceof CsvError)) return cause
  const line = 'lines' in cause && typeof cause.lines === 'number' ? cause.lines : undefined
  return new FormatError({
    ...(line !== undefined && { line }),
    where: line === undefined ? file : `${file}, line ${line}`,
    expected: 'records of CSV',
    got: cause.message,
    fix: 'Close the quote; a quote within a quoted cell is written twice.',
  })
}
