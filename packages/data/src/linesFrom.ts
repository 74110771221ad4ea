import { FormatError } from '@nablajs/linalg'

/** The most characters of a line: one without an end stops here instead of taking the whole file. */
const LONGEST_LINE = 2 ** 24

/**
 * The lines of text that comes piece by piece: those that end in a piece together. They end in \n or \r\n.
 *
 * Shapes: none; text in, text out. Throws (by rejecting) `FormatError` with the line for one of more than 16 Mi characters.
 */
export async function* linesFrom(file: string, text: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let parts: string[] = []
  let length = 0
  let line = 1
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n')
    parts.push(first)
    length += first.length
    if (length > LONGEST_LINE) throw tooLong(file, line)
    const last = others.pop()
    if (last === undefined) continue
    const lines = [parts.join(''), ...others]
    line += lines.length
    parts = [last]
    length = last.length
    yield lines
  }
  yield [parts.join('')]
}

function tooLong(file: string, line: number): FormatError {
  return new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: `a line of at most ${LONGEST_LINE} characters`,
    got: 'a longer one',
    fix: 'Write one object on each line.',
  })
}
