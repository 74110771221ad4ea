import { errors, loadBatch, requireCost, requireFiniteErrors, requireTargets, sumOfCosts, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { reciprocal } from '@nablajs/linalg'
import { descentOf } from './descent.js'
import { requireLearningRate } from './schedule.js'
import { sgd } from './sgd.js'

/**
 * One step of plain gradient descent on one minibatch, the book's `update_mini_batch`: w → w − (η/m) Σ_x δ^(x,l) (a^(x,l−1))ᵀ,
 * b → b − (η/m) Σ_x δ^(x,l). Returns the mean cost of the minibatch before the step.
 *
 * Shapes: X: n_1 × m, Y: n_L × m, m ≤ maxBatch. Throws `ShapeError` and `DataError` for samples
 * that do not fit, `OptionError` for η, `PluginError` for a plugin that returns NaN; the network is then as it was.
 *
 * Source: chapter 2, the minibatch algorithm.
 */
export function updateMiniBatch(
  net: Network,
  X: SampleMatrix,
  Y: SampleMatrix,
  { cost, learningRate }: { cost: Cost; learningRate: number },
): number {
  requireLearningRate('updateMiniBatch', learningRate)
  requireCost('updateMiniBatch', cost)
  const batch = loadBatch('updateMiniBatch', net, X, Y, undefined)
  requireTargets('updateMiniBatch, Y', cost, batch.y)
  errors(net, cost, batch)
  const total = new Float64Array(1)
  sumOfCosts(cost, batch.a[net.L], batch.y, undefined, total)
  requireFiniteErrors('updateMiniBatch', net, cost, batch, total[0])
  descentOf(net, sgd(), [], { learningRate, step: 1, weightRanges: [] })(batch)
  return total[0] * reciprocal(batch.m)
}
