import { printable } from '../terminal/terminal.js'
import { textTable } from '../terminal/textTable.js'

/** More classes than this do not fit a terminal: the pairs that are taken for each other most often are listed in their place. */
const WIDEST = 20
const LISTED = 10

/**
 * How often each class was taken for which, with the share of each that is right.
 *
 * Shapes: counts: classes × classes, row j the samples of class j; returns text.
 */
export function confusionTable(counts: readonly (readonly number[])[], classes: readonly string[]): string {
  const labels = classes.map((name) => shortened(printable(name)))
  if (labels.length > WIDEST) return worst(counts, labels)
  const head = ['is ╲ taken for', ...labels, 'right']
  return textTable(head, counts.map((row, j) => [labels[j] ?? '', ...row.map((n) => (n === 0 ? '·' : String(n))), right(row, j)]))
}

function worst(counts: readonly (readonly number[])[], labels: readonly string[]): string {
  const pairs = counts.flatMap((row, j) => row.map((n, k) => ({ n, j, k }))).filter(({ n, j, k }) => n > 0 && j !== k)
  const listed = pairs.sort((p, q) => q.n - p.n).slice(0, LISTED)
  if (listed.length === 0) return 'Every sample is right.'
  return textTable(['taken for another most often', 'taken for', ''], listed.map(({ n, j, k }) => [labels[j] ?? '', labels[k] ?? '', String(n)]))
}

function right(row: readonly number[], j: number): string {
  const all = row.reduce((sum, n) => sum + n, 0)
  return all === 0 ? '–' : `${((100 * (row[j] ?? 0)) / all).toFixed(1)} %`
}

function shortened(name: string): string {
  return name.length > 16 ? `${name.slice(0, 15)}…` : name
}
