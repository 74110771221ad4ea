const FORMULA = /^[=+\-@\t\r]/

/**
 * A line of CSV. Cells that a spreadsheet would take for a formula get a quote in front where asked for.
 *
 * Shapes: cells in, text out. Source: RFC 4180, with line feeds.
 */
export function csvLine(cells: readonly (string | number)[], escapeFormulas = false): string {
  return `${cells.map((cell) => quoted(cell, escapeFormulas)).join(',')}\n`
}

function quoted(cell: string | number, escapeFormulas: boolean): string {
  if (typeof cell === 'number') return String(cell)
  const text = escapeFormulas && FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
