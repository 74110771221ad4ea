/** A pixel at least so bright is ink. */
const INK = 96

/**
 * Draws an image in half blocks, two pixels a character, without the empty margin.
 *
 * Shapes: pixels: side × side bytes, row after row; returns lines of one length.
 */
export function drawDigit(pixels: ArrayLike<number>, side: number): string[] {
  const ink = (row: number, column: number) => row < side && (pixels[column + row * side] ?? 0) >= INK
  const every = Array.from({ length: side }, (_, i) => i)
  const rows = every.filter((row) => every.some((column) => ink(row, column)))
  const columns = every.filter((column) => every.some((row) => ink(row, column)))
  const [top = 0, bottom = -1] = [rows.at(0), rows.at(-1)]
  const [left = 0, right = -1] = [columns.at(0), columns.at(-1)]
  const lines: string[] = []
  for (let row = top; row <= bottom; row += 2) {
    const inside = every.slice(left, right + 1)
    lines.push(inside.map((column) => block(ink(row, column), ink(row + 1, column))).join(''))
  }
  return lines
}

function block(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀'
  return lower ? '▄' : ' '
}
