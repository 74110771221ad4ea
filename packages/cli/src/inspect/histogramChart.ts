import type { Interval } from './statisticsOf.js'

/** A bar ends in one of these: no, one, … seven eighths of a column. */
const ENDS = ' ▏▎▍▌▋▊▉'
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
export function histogramChart(intervals: readonly Interval[], width: number): string {
  const lines = intervals.map(({ from, to, count }) => ({ from: from.toPrecision(3), to: to.toPrecision(3), count }))
  const label = Math.max(...lines.flatMap(({ from, to }) => [from.length, to.length]))
  const most = Math.max(...lines.map(({ count }) => count))
  const columns = Math.max(NARROWEST, Math.min(WIDEST, width - 2 * label - String(most).length - GAPS))
  return lines.map(({ from, to, count }) => `${from.padStart(label)} … ${to.padStart(label)} ${bar((count / most) * columns)} ${count}`).join('\n')
}

function bar(columns: number): string {
  const eighths = Math.ceil(columns * EIGHTHS)
  return '█'.repeat(Math.floor(eighths / EIGHTHS)) + ENDS.charAt(eighths % EIGHTHS).trim()
}
