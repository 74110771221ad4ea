import { FormatError } from '@nablajs/linalg'
import { blockOfRows } from './blockOfRows.js'
import { bytesFrom, nameOf, sourcesOf, type ByteSource } from './byteSource.js'
import { linesFrom } from './linesFrom.js'
import type { Preprocessing } from './table/preprocessing.js'
import { quoted } from './quoted.js'
import { wholeNumber } from './requireOption.js'
import { namesOf, widthsOf } from './rowToNumbers.js'
import type { SampleStream } from './sampleStream.js'
import { textFrom } from './textFrom.js'

/** How lines of JSON that are read as a stream become numbers. */
export interface StreamJsonlOptions {
  /** How their fields become numbers: fitted on a part that fits into memory, or saved with a model. */
  preprocessing: Preprocessing
  /** The samples of a block, 1,024 unless said. */
  block?: number
}

const BLOCK = 1024
/** A block lies in memory. */
const LARGEST_BLOCK = 2 ** 20

/**
 * Samples from files with an object of JSON on each line, of any size, plain or gzip, one after another as one set. Memory holds a
 * block, a piece of 64 KiB and a line, of at most 16 Mi characters. Empty lines are left out; fields that are not needed too.
 *
 * Shapes: blocks of at most `block` samples, inputs and targets in float64, with `labels` where targets are classes. Throws
 * `OptionError` for an option that cannot be; the iterator rejects with `FormatError` for a line that is no object of JSON, `DataError`
 * for a field that is not what it has to be or a file that cannot be read, naming file and line.
 */
export function streamJsonl(sources: ByteSource | readonly ByteSource[], options: StreamJsonlOptions): SampleStream {
  const { preprocessing, block = BLOCK } = options
  const widths = widthsOf(preprocessing)
  const names = namesOf(preprocessing)
  wholeNumber('streamJsonl', 'block', block, 1, LARGEST_BLOCK)
  return {
    inputsRows: widths.inputs,
    targetsRows: widths.targets,
    async *[Symbol.asyncIterator]() {
      const into = blockOfRows(preprocessing, block)
      let sample = 0
      for (const source of sourcesOf(sources)) {
        const file = nameOf(source)
        let line = 0
        for await (const lines of linesFrom(file, textFrom(file, bytesFrom(source)))) {
          for (const text of lines) {
            line++
            if (text.trim() === '') continue
            const fields = fieldsOf(file, line, text)
            into.add(names.map((name) => fields.get(name)), { file, line, sample: sample++ })
            if (into.length === block) yield into.take()
          }
        }
      }
      if (into.length > 0) yield into.take()
    },
  }
}

/** The fields of an object, as a map: a field that is called `__proto__` or `constructor` is one as any other. */
function fieldsOf(file: string, line: number, text: string): ReadonlyMap<string, unknown> {
  const value = parsed(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Map(Object.entries(value))
  throw new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: 'an object of JSON',
    got: quoted(text),
    fix: 'Write one object on each line: {"x": 1, "y": 2}.',
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
