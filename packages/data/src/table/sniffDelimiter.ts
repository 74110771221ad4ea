import { csvRecords } from '../csvRecords.js'

const CANDIDATES = [',', ';', '\t', '|']
/** Only the beginning is looked at. */
const LOOKED_AT = 1 << 16

/**
 * The delimiter with which the beginning of a text is most like a table: most lines have as many cells as the first, and that is more
 * than one. A comma where none is.
 *
 * Shapes: text in, a character out.
 */
export function sniffDelimiter(text: string): string {
  const beginning = text.length > LOOKED_AT ? text.slice(0, text.lastIndexOf('\n', LOOKED_AT) + 1 || LOOKED_AT) : text
  let best = ','
  let most = 0
  for (const delimiter of CANDIDATES) {
    const regularity = regularityOf(beginning, delimiter)
    if (regularity > most) [best, most] = [delimiter, regularity]
  }
  return best
}

/** The share of lines with as many cells as the first; a little more for more cells, 0 where there is one. */
function regularityOf(text: string, delimiter: string): number {
  const widths: number[] = []
  try {
    csvRecords('', text, delimiter, (cells) => widths.push(cells.length))
  } catch {
    return 0
  }
  const [first = 0] = widths
  if (first < 2) return 0
  return widths.filter((width) => width === first).length / widths.length + first / (1000 + first)
}
