import { short } from '../figures/short.js'
import { summary } from '../figures/summary.js'
import { table } from '../figures/table.js'
import type { Row } from '../measure/measure.js'
import type { Comparison } from './compared.js'

/** A workload's rows, the fastest first: median, spread, note; then those that could not run, and why. */
export function showRows(rows: readonly Row[]): string {
  const ran = rows.filter(({ rates }) => rates.length > 0).map((row) => ({ ...row, ...summary(row.rates) }))
  const lines = ran
    .sort((p, q) => q.median - p.median)
    .map(({ id, median, min, max, note, correct, workload }) => [
      `  ${id}`,
      short(median),
      `${short(min)} … ${short(max)}`,
      `  ${workload === 'W7' && correct !== undefined ? `${correct} of 10,000; ` : ''}${note ?? ''}`,
    ])
  const width = Math.max(0, ...lines.map((line) => line[3].length))
  return table(lines.map(([id, median, spread, note]) => [id, median, spread, note.padEnd(width)]))
}

/** Why some could not run, once for each reason. */
export function showAbsent(rows: readonly Row[]): string {
  const reasons = new Map<string, string[]>()
  for (const { id, workload, cannot } of rows) {
    if (cannot === undefined) continue
    const key = `${id}: ${cannot}`
    reasons.set(key, [...(reasons.get(key) ?? []), workload])
  }
  return [...reasons].map(([reason, workloads]) => `  ${reason} (${workloads.join(', ')})`).join('\n')
}

/** Medians of all in all workloads. */
export function showMedians(rows: readonly Row[]): string {
  const workloads = [...new Set(rows.map(({ workload }) => workload))]
  const ids = [...new Set(rows.filter(({ rates }) => rates.length > 0).map(({ id }) => id))]
  const cell = (id: string, workload: string) => short(summary(rows.find((row) => row.id === id && row.workload === workload)?.rates ?? []).median)
  return table([['samples/s', ...workloads], ...ids.map((id) => [id, ...workloads.map((workload) => cell(id, workload))])])
}

/** Ratios beside what they are to reach. */
export function showComparisons(comparisons: readonly Comparison[]): string {
  const number = (ratio: number) => (ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2))
  return table([
    ['ratio, round by round', 'median', 'spread', 'at least', '', ''],
    ...comparisons.map(({ goal, workload, floor, ours, theirs, ratio, reached }) => [
      `${workload.padEnd(4)} ${goal}`,
      number(ratio.median),
      `${number(ratio.min)} … ${number(ratio.max)}`,
      String(floor),
      reached ? 'ok' : 'SHORT',
      goal.includes('best') ? `${ours} / ${theirs}` : '',
    ]),
  ])
}
