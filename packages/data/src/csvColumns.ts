import { FormatError, OptionError } from '@nablajs/linalg'
import { nearest } from './nearest.js'
import { parseNumber } from './parseNumber.js'
import { quoted, quotedList } from './quoted.js'

/** The columns of a table: their names, and the positions of the target and of the inputs. */
export interface CsvColumns {
  readonly names: readonly string[]
  readonly target: number
  readonly inputs: readonly number[]
}

/**
 * The names in the first line of a table, blanks around them aside.
 *
 * Shapes: none; text in, text out. Throws `FormatError` where all are numbers: the line of names is missing.
 */
export function headerOf(file: string, cells: readonly string[], line: number): readonly string[] {
  const names = cells.map((cell) => cell.trim())
  if (names.some((cell) => parseNumber(cell) === undefined)) return names
  throw new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: 'the names of the columns',
    got: `numbers, ${quotedList(names)}`,
    fix: "Write a line of names on top, or give { columns: ['x', 'y', …] }.",
  })
}

/**
 * Finds the target among the names; what is neither target nor omitted is an input.
 *
 * Shapes: none. Throws `FormatError` for a name that is empty or comes twice; `OptionError` for a target or an omitted
 * column that is not there, naming the nearest that is, and where no input is left.
 */
export function csvColumns(file: string, names: readonly string[], target: string, omit: readonly string[] = []): CsvColumns {
  const seen = new Set<string>()
  const twice = names.findIndex((name) => name === '' || seen.size === seen.add(name).size)
  if (twice >= 0) {
    throw new FormatError({
      line: 1,
      where: `${file}, column ${twice + 1}`,
      expected: 'a name that no other column has',
      got: names[twice] === '' ? 'no name' : quoted(names[twice] ?? ''),
      fix: 'Rename it in the first line.',
    })
  }
  const at = indexOf(names, 'target', target)
  const omitted = omit.map((name) => indexOf(names, 'omit', name))
  const inputs = [...names.keys()].filter((c) => c !== at && !omitted.includes(c))
  if (inputs.length > 0 && !omitted.includes(at)) return { names, target: at, inputs }
  throw new OptionError({
    option: 'omit',
    where: 'readCsv, omit',
    expected: 'a target and at least one input among the columns that are left',
    got: `${names.length} columns, ${omitted.length} of them omitted`,
    fix: "Omit fewer; or give { delimiter: ';' } if the file has that between its cells.",
  })
}

function indexOf(names: readonly string[], option: string, wanted: string): number {
  const index = names.indexOf(wanted)
  if (index >= 0) return index
  const text = typeof wanted === 'string' ? wanted : typeof wanted
  const near = nearest(text, names)
  const other = "Give a name of the first line; or { delimiter: ';' } if the file has that."
  throw new OptionError({
    option,
    where: `readCsv, ${option}`,
    expected: `the name of a column (${quotedList(names)})`,
    got: quoted(text),
    fix: near === undefined ? other : `Did you mean ${quoted(near)}?`,
  })
}
