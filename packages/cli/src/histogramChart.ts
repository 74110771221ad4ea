import type { Histogram } from './statisticsOf.js'

/** A bar ends in one of these: eighths of a column. */
const ENDS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const EIGHTHS = 8
const NARROWEST = 8
const WIDEST = 60
/** What stands between the parts of a line. */
const GAPS = 5

/**
 * A histogram as bars: a line for each interval, with its edges and its count. The fullest fills the width; one that is not empty shows at
 * least an eighth of a column.
 *
 * Shapes: width: columns of the terminal; returns text.
 */
export function histogramChart({ edges, counts }: Histogram, width: number): string {
  const labels = edges.map((edge) => edge.toPrecision(3))
  const label = Math.max(...labels.map(({ length }) => length))
  const most = Math.max(...counts)
  const columns = Math.max(NARROWEST, Math.min(WIDEST, width - 2 * label - String(most).length - GAPS))
  return counts.map((n, i) => `${(labels[i] ?? '').padStart(label)} … ${(labels[i + 1] ?? '').padStart(label)} ${bar((n / most) * columns)} ${n}`).join('\n')
}

function bar(columns: number): string {
  const eighths = Math.ceil(columns * EIGHTHS)
  return '█'.repeat(Math.floor(eighths / EIGHTHS)) + (ENDS[eighths % EIGHTHS] ?? '')
}
