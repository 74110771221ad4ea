import { FormatError, OptionError } from '@nablajs/linalg'
import { blockOfRows, type BlockOfRows } from './blockOfRows.js'
import { bytesFrom, nameOf, sourcesOf, type ByteSource } from './byteSource.js'
import { csvRows, type CsvRow } from './csvRows.js'
import { nearest } from './nearest.js'
import type { Preprocessing } from './table/preprocessing.js'
import { quoted, quotedList } from './quoted.js'
import { wholeNumber } from './requireOption.js'
import { namesOf, widthsOf } from './rowToNumbers.js'
import type { SampleStream } from './sampleStream.js'
import { textFrom } from './textFrom.js'

/** How a table that is read as a stream is written. */
export interface StreamCsvOptions {
  /** How its rows become numbers: fitted on a part of the table that fits into memory, or saved with a model. */
  preprocessing: Preprocessing
  /** The names of the columns, for files that have no line of names. */
  columns?: readonly string[]
  /** What stands between two cells, `,` unless said. */
  delimiter?: string
  /** The samples of a block, 1,024 unless said. */
  block?: number
}

const BLOCK = 1024
/** A block lies in memory. */
const LARGEST_BLOCK = 2 ** 20

/**
 * Samples from CSV files of any size, plain or gzip, one after another as one set. Memory holds a block and a piece of 64 KiB, and at
 * most 4 MiB of a record. Columns are found by their names, so files may have them in different orders, and others beside them.
 *
 * Shapes: blocks of at most `block` samples, inputs and targets in float64, with `labels` where targets are classes. Throws
 * `OptionError` for an option that cannot be; the iterator rejects with `FormatError` for text that is no table, `DataError` for a cell
 * that is not what its column has to be or a file that cannot be read, naming file and line.
 */
export function streamCsv(sources: ByteSource | readonly ByteSource[], options: StreamCsvOptions): SampleStream {
  const { preprocessing, columns, delimiter = ',', block = BLOCK } = options
  const widths = widthsOf(preprocessing)
  wholeNumber('streamCsv', 'block', block, 1, LARGEST_BLOCK)
  if (typeof delimiter !== 'string' || delimiter.length === 0 || /["\r\n]/.test(delimiter)) throw wrongDelimiter(delimiter)
  return {
    inputsRows: widths.inputs,
    targetsRows: widths.targets,
    async *[Symbol.asyncIterator]() {
      const into = blockOfRows(preprocessing, block)
      let sample = 0
      for (const source of sourcesOf(sources)) {
        const name = nameOf(source)
        let names = columns
        let positions = names && positionsOf(name, names, preprocessing)
        for await (const rows of csvRows(name, textFrom(name, bytesFrom(source)), delimiter)) {
          for (const row of rows) {
            if (names === undefined || positions === undefined) {
              names = row.cells.map((cell) => cell.trim())
              positions = positionsOf(name, names, preprocessing)
              continue
            }
            addRow(into, name, names.length, positions, row, sample++)
            if (into.length === block) yield into.take()
          }
        }
      }
      if (into.length > 0) yield into.take()
    },
  }
}

function addRow(into: BlockOfRows, file: string, width: number, positions: readonly number[], { cells, line }: CsvRow, sample: number): void {
  if (cells.length !== width) {
    throw new FormatError({
      line,
      where: `${file}, line ${line}`,
      expected: `${width} cells, as there are columns`,
      got: String(cells.length),
      fix: 'Look for a delimiter too many or too few; a cell that holds one stands in quotes.',
    })
  }
  into.add(positions.map((c) => cells[c]), { file, line, sample })
}

/** Where the columns that the preprocessing needs stand among those of the file. */
function positionsOf(file: string, names: readonly string[], preprocessing: Preprocessing): readonly number[] {
  return namesOf(preprocessing).map((name) => {
    const at = names.indexOf(name)
    if (at >= 0 && !names.includes(name, at + 1)) return at
    const near = at >= 0 ? undefined : nearest(name, names)
    throw new FormatError({
      line: 1,
      where: `${file}, line 1`,
      expected: `one column ${quoted(name)}`,
      got: at >= 0 ? 'two of them' : quotedList(names),
      fix: near === undefined ? 'Give the names with { columns }, or another { delimiter }, if that is it.' : `Rename ${quoted(near)} if that is it.`,
    })
  })
}

function wrongDelimiter(delimiter: string): OptionError {
  return new OptionError({
    option: 'delimiter',
    where: 'streamCsv, delimiter',
    expected: 'the text between two cells',
    got: JSON.stringify(delimiter),
    fix: "Give ',', ';' or '\\t'.",
  })
}
