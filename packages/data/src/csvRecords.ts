import { parseRecords } from './parseRecords.js'

const LONGEST_RECORD = 2 ** 24

const BYTE_ORDER_MARK = '\ufeff'
/** What MS-DOS wrote at the end of a file, and some programs still do. */
const END_OF_FILE = '\u001a'

/**
 * Calls back for each record of a whole CSV text, as `parseRecords` reads them; a mark at its beginning and a Ctrl-Z at its end are
 * left out.
 *
 * Shapes: none; a record is an array of cells. Throws `FormatError` as `parseRecords` does.
 */
export function csvRecords(file: string, text: string, delimiter: string, each: (cells: string[], line: number) => void): void {
  parseRecords(file, withoutMarks(text), { delimiter, longest: LONGEST_RECORD }, each)
}

function withoutMarks(text: string): string {
  const trimmed = text.slice(-8).trimEnd()
  const end = trimmed.endsWith(END_OF_FILE) ? text.lastIndexOf(END_OF_FILE) : text.length
  return text.slice(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0, end)
}
