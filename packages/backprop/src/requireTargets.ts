import type { Cost } from '@nablajs/costs'
import { DataError } from '@nablajs/linalg'
import type { Columns } from './sampleMatrix.js'

/** Probabilities that were computed miss 0 and 1 by their rounding: far more than that of float32, far less than a label does. */
const ROUNDING = 1e-6

/**
 * Throws where a target lies outside of what its cost takes: with such a target the cost has no least value at it, and training goes on to nothing
 * anyone asked for. The entries looked at are from … to − 1.
 *
 * Shapes: Y: n_L × m. Throws `DataError` naming the first such sample and row.
 */
export function requireTargets(operation: string, { name, targets }: Cost, Y: Columns, from = 0, to: number = Y.data.length): void {
  if (targets === undefined) return
  const { rows, data, scale = 1 } = Y
  const least = targets[0] - ROUNDING
  const most = targets[1] + ROUNDING
  for (let at = from; at < to; at++) {
    const y = data[at] * scale
    if (y < least || y > most) throw outside(operation, name, targets, Math.floor(at / rows), at % rows, y)
  }
}

function outside(operation: string, cost: string, [least, most]: readonly [number, number], sample: number, row: number, got: number): DataError {
  return new DataError({
    sample,
    row,
    where: `${operation}, sample ${sample}, row ${row}`,
    expected: `a target ${most === Infinity ? `of at least ${least}` : `in ${least} … ${most}`}, which is what the cost ${cost} is for`,
    got: String(got),
    fix: 'Scale the targets; make columns of labels: oneHot(labels, classes); or take a cost for any number, such as the quadratic one.',
  })
}
