import { csvRecords } from '../csvRecords.js'
import { isWithComma } from './decimalCommas.js'
import { parseNumber } from '../parseNumber.js'

const CANDIDATES = [',', ';', '\t', '|']
/** Only the beginning is looked at. */
const LOOKED_AT = 1 << 16

/** How well a delimiter cuts a text: the first number that differs decides between two. */
type Fit = readonly [regular: number, numbers: number, cells: number]

/**
 * The delimiter with which the beginning of a text is most like a table: most lines have as many cells as the first, and that is more
 * than one; of several, that with the larger share of cells that are numbers (in `1,5;2,5` a semicolon), then that with more cells. A comma
 * where none is.
 *
 * Shapes: text in, a character out.
 */
export function sniffDelimiter(text: string): string {
  const beginning = text.length > LOOKED_AT ? text.slice(0, text.lastIndexOf('\n', LOOKED_AT) + 1 || LOOKED_AT) : text
  let best = ','
  let most: Fit = [0, 0, 0]
  for (const delimiter of CANDIDATES) {
    const fit = fitOf(beginning, delimiter)
    if (isBetter(fit, most)) [best, most] = [delimiter, fit]
  }
  return best
}

function isBetter(fit: Fit, other: Fit): boolean {
  const differing = fit.findIndex((value, i) => value !== other[i])
  return differing >= 0 && (fit[differing] ?? 0) > (other[differing] ?? 0)
}

function fitOf(text: string, delimiter: string): Fit {
  const records: string[][] = []
  try {
    csvRecords('', text, delimiter, (cells) => records.push(cells))
  } catch {
    // The beginning may end within quotes: what came before it counts.
  }
  const [first = []] = records
  if (first.length < 2) return [0, 0, 0]
  const cells = records.flat()
  const numbers = cells.filter((cell) => parseNumber(cell) !== undefined || (delimiter !== ',' && isWithComma(cell)))
  return [records.filter(({ length }) => length === first.length).length / records.length, numbers.length / cells.length, first.length]
}
