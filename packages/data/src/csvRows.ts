import { parseRecords } from './parseRecords.js'
import { recordText } from './recordText.js'
import { tooLong } from './splitRecords.js'

/** A record of CSV and the line it ends on, counted from 1. */
export interface CsvRow {
  readonly cells: readonly string[]
  readonly line: number
}

const LONGEST_RECORD = 2 ** 22

/**
 * The records of CSV text that comes piece by piece, as `parseRecords` reads them: those of a piece together, since a turn of the event
 * loop for each of them would take longer than reading it.
 *
 * Shapes: none; a record is an array of cells. Throws (by rejecting) `FormatError` as `parseRecords` does.
 */
export async function* csvRows(file: string, text: AsyncIterable<string>, delimiter: string): AsyncGenerator<readonly CsvRow[]> {
  const records = recordText()
  let before = 0
  const read = (whole: string): readonly CsvRow[] => {
    const rows: CsvRow[] = []
    before += parseRecords(file, whole, { delimiter, longest: LONGEST_RECORD, before }, (cells, line) => rows.push({ cells, line }))
    return rows
  }
  for await (const piece of text) {
    yield read(records.add(piece))
    if (records.waiting <= LONGEST_RECORD) continue
    const first = before + 1
    // Where a quote is wrong the parser says which.
    read(records.rest())
    throw tooLong(file, first, LONGEST_RECORD)
  }
  yield read(records.rest())
}
