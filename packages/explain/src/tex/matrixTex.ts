import { numberTex } from './numberTex.js'

/** The most rows and columns that are written; of more, the first ones and the last, with dots between. */
const SHOWN = 4

/**
 * A matrix in TeX with its numbers; one of a single number is that number, in brackets where it would be read as a difference or a power.
 *
 * Shapes: rows of equal length.
 */
export function matrixTex(rows: readonly (readonly number[])[]): string {
  const [first = []] = rows
  if (rows.length === 1 && first.length === 1) {
    const text = numberTex(first[0])
    return /^-|times/.test(text) ? `\\left(${text}\\right)` : text
  }
  const dots = abridged(first, () => '\\vdots', '\\ddots').join(' & ')
  const lines = abridged(rows, (row) => abridged(row, numberTex, '\\cdots').join(' & '), dots)
  return `\\begin{bmatrix} ${lines.join(' \\\\ ')} \\end{bmatrix}`
}

function abridged<Part>(parts: readonly Part[], tex: (part: Part) => string, dots: string): string[] {
  if (parts.length <= SHOWN) return parts.map(tex)
  return [...parts.slice(0, SHOWN - 1).map(tex), dots, ...parts.slice(-1).map(tex)]
}
