import { FormatError } from '@nablajs/linalg'
import { decodeText } from '../decodeText.js'
import { quoted } from '../quoted.js'
import type { Table } from './table.js'

/** The longest line, in characters. */
const LONGEST = 2 ** 24
/** A key of one line takes a cell in every line: more cells than this, and more than 16 for each character, are a mistake. */
const CELLS = 2 ** 22
const CELLS_PER_CHARACTER = 16

/**
 * Reads a table from JSON Lines: an object on each line, whose keys are the columns and whose values are numbers, text, true, false or null.
 * A key that a line does not have is a missing cell.
 *
 * Shapes: a column for each key, a cell for each line. Throws `FormatError` with the line for what is no such object.
 */
export function readJsonl(file: string | Uint8Array | ArrayBuffer, { name = 'table' }: { name?: string } = {}): Table {
  const columns = new Map<string, string[]>()
  const lines: number[] = []
  const content = decodeText(name, file)
  const most = Math.max(CELLS, CELLS_PER_CHARACTER * content.length)
  content.split(/\r\n|\n|\r/).forEach((text, i) => {
    if (text.trim() === '') return
    for (const [key, value] of entriesOf(name, i + 1, text)) {
      const cells = columns.get(key) ?? new Array<string>(lines.length).fill('')
      cells.push(cellOf(name, i + 1, key, value))
      columns.set(key, cells)
    }
    lines.push(i + 1)
    if (columns.size * lines.length > most) {
      throw wrong(name, i + 1, `at most ${most} cells`, `${columns.size} different keys on ${lines.length} lines`, 'Use the same keys on every line.')
    }
    for (const cells of columns.values()) if (cells.length < lines.length) cells.push('')
  })
  if (lines.length === 0) throw wrong(name, 1, 'an object on each line', 'no rows', 'Look at where the file comes from.')
  return { name, columns: Array.from(columns, ([key, cells]) => ({ name: key, cells })), rows: lines.length, line: (row) => lines[row] ?? 0 }
}

function entriesOf(file: string, line: number, text: string): [string, unknown][] {
  if (text.length > LONGEST) throw wrong(file, line, `at most ${LONGEST} characters on a line`, String(text.length), 'Put an object on each line.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw wrong(file, line, 'JSON', error instanceof Error ? error.message.slice(0, 200) : 'none', 'Put one whole object on each line.')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value)
  throw wrong(file, line, 'an object', quoted(text), 'Put an object on each line, with the columns as its keys.')
}

function cellOf(file: string, line: number, key: string, value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw wrong(file, line, `a number, text, true, false or null under ${quoted(key)}`, Array.isArray(value) ? 'a list' : 'an object', 'Give its parts keys of their own.')
}

function wrong(file: string, line: number, expected: string, got: string, fix: string): FormatError {
  return new FormatError({ line, where: `${file}, line ${line}`, expected, got, fix })
}
