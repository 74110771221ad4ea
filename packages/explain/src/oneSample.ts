import type { Network, SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { ShapeError } from '@nablajs/linalg'
import { experiment, type Experiment } from './experiment.js'

/**
 * An experiment on a single sample x.
 *
 * Shapes: x: n_1 numbers or n_1 × 1, y: n_L numbers or n_L × 1. Throws as `experiment` does, and `ShapeError` for more than one sample.
 */
export function oneSample(operation: string, net: Network, cost: Cost, x: SampleMatrix, y: SampleMatrix, room = 1): Experiment {
  const found = experiment(operation, net, cost, x, y, room)
  const { m } = found.batch
  if (m === 1) return found
  throw new ShapeError({
    operation,
    shapes: ['1 sample', `${m} samples`],
    side: 'columns',
    where: `${operation}, x`,
    expected: 'one sample',
    got: `${m}`,
    fix: 'Give one column: X.columns(i, i + 1), or n₁ plain numbers.',
  })
}
