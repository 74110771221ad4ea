import Table from 'cli-table3'

/**
 * A table for a terminal. A column of numbers stands to the right.
 *
 * Shapes: head: one text a column; rows: as many cells each.
 */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumber = (text: string) => /^[-\d.,%· e+]*$/.test(text)
  const aligns = head.map((_, column) => (rows.every((row) => isNumber(row[column] ?? '')) ? 'right' : 'left'))
  const table = new Table({
    head: [...head],
    colAligns: aligns,
    chars: PLAIN,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  })
  for (const row of rows) table.push([...row])
  return table.toString().replaceAll(/ +$/gm, '')
}

/** No lines: columns stand apart, and can be taken by other programs. */
const PLAIN = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ',
}
