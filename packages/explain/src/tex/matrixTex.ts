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
  const dots = abridged(first.map(() => '\\vdots'), '\\ddots')
  const lines = abridged(rows.map((row) => abridged(row.map(numberTex), '\\cdots').join(' & ')), dots.join(' & '))
  return `\\begin{bmatrix} ${lines.join(' \\\\ ')} \\end{bmatrix}`
}

function abridged(parts: readonly string[], dots: string): string[] {
  if (parts.length <= SHOWN) return [...parts]
  return [...parts.slice(0, SHOWN - 1), dots, ...parts.slice(-1)]
}
