import { ratio } from '../figures/ratio.js'
import { summary, type Summary } from '../figures/summary.js'
import type { Row } from '../measure/measure.js'
import type { Goal } from './floors.js'

/** One goal in one workload: who was compared, the ratios of the rounds, and whether it was reached. */
export interface Comparison {
  readonly goal: string
  readonly workload: string
  readonly floor: number
  readonly ours: string
  readonly theirs: string
  readonly ratio: Summary
  readonly reached: boolean
}

/**
 * Every goal in every workload where both sides ran; `reached` by the median. Predicting from a matrix in the backend's memory is
 * held to those who predict the same from plain numbers, which lie in their memory.
 */
export function compared(goals: readonly Goal[], rows: readonly Row[]): Comparison[] {
  return goals.flatMap(({ name, ours, theirs, floors }) =>
    Object.entries(floors).flatMap(([workload, floor]) => {
      const left = fastest(rows, workload, ours)
      const right = fastest(rows, workload, theirs) ?? (workload === 'W6m' ? fastest(rows, 'W6b', theirs) : undefined)
      if (!left || !right) return []
      const ratios = ratio(left.rates, right.rates)
      return [{ goal: name, workload, floor, ours: left.id, theirs: right.id, ratio: ratios, reached: ratios.median >= floor }]
    }),
  )
}

function fastest(rows: readonly Row[], workload: string, accepts: (row: Row) => boolean): Row | undefined {
  const ran = rows.filter((row) => row.workload === workload && row.rates.length > 0 && accepts(row))
  return ran.sort((p, q) => summary(q.rates).median - summary(p.rates).median)[0]
}
