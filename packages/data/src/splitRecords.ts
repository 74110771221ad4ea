import { FormatError } from '@nablajs/linalg'

/**
 * Calls back for each record of CSV text without quotes, as a parser would and many times as fast: lines, cut at each delimiter; empty
 * ones are left out. `before` lines came before. Returns how many lines end in the text.
 *
 * Shapes: none; a record is an array of cells. Throws `FormatError` with the line for a record of more than `longest` characters.
 */
export function splitRecords(
  file: string,
  text: string,
  { delimiter, longest, before = 0 }: { delimiter: string; longest: number; before?: number },
  each: (cells: string[], line: number) => void,
): number {
  const lines = text.split(/\r\n|[\n\r]/)
  for (const [i, record] of lines.entries()) {
    if (record.length > longest) throw tooLong(file, before + i + 1, longest)
    if (record !== '') each(record.split(delimiter), before + i + 1)
  }
  return lines.length - 1
}

/**
 * The refusal of a record that does not end.
 *
 * Shapes: none.
 */
export function tooLong(file: string, line: number, longest: number): FormatError {
  return new FormatError({
    line,
    where: `${file}, line ${line}`,
    expected: `a record of at most ${longest} characters`,
    got: 'a longer one',
    fix: 'Close the quote, or end the lines, if that is it.',
  })
}
