import type { Cost } from '@nablajs/costs'
import { reciprocal, type Vector } from '@nablajs/linalg'
import { gradientFor, type Gradient } from './arena.js'
import { loadBatch, requireCost } from './boundary.js'
import { bp3 } from './bp3.js'
import { bp4 } from './bp4.js'
import { errors } from './errors.js'
import type { Network } from './network.js'
import { requireFiniteErrors } from './requireFiniteErrors.js'
import { requireTargets } from './requireTargets.js'
import type { SampleMatrix } from './sampleMatrix.js'
import { sumOfCosts } from './sumOfCosts.js'

/** What `backprop` may be told. */
export interface BackpropOptions {
  /** A weight ω_i for each sample: the result is Σ ω_i C_i / m and its gradient. */
  weights?: Vector
  /** A gradient to overwrite; without it a new one is made. */
  out?: Gradient
}

/**
 * The chapter's algorithm over a minibatch at once: the mean over its m columns of C_x, and of its gradient by every weight
 * and bias.
 *
 * Shapes: X: n_1 × m, Y: n_L × m, m ≤ maxBatch; the result's w[l]: n_l × n_(l−1), b[l]: n_l × 1. Throws `ShapeError` for
 * samples that do not fit, `DataError` for numbers that are not finite and targets that the cost is not for, `PluginError` for a plugin that returns such.
 *
 * Source: chapter 2, the problem on the fully matrix-based approach.
 */
export function backprop(net: Network, cost: Cost, X: SampleMatrix, Y: SampleMatrix, options: BackpropOptions = {}): Gradient {
  const { weights, out } = options
  requireCost('backprop', cost)
  const batch = loadBatch('backprop', net, X, Y, weights) // 1. input, a^1 = X
  const { a, delta, y, m } = batch
  requireTargets('backprop, Y', cost, y)
  const gradient = out ?? gradientFor(net)
  errors(net, cost, batch, weights !== undefined) // 2. feedforward, 3. output error, 4. backpropagate
  for (let l = 2; l <= net.L; l++) {
    bp3(delta[l], gradient.b[l]) // 5. output
    bp4(a[l - 1], delta[l], gradient.w[l])
  }
  const total = new Float64Array(1)
  sumOfCosts(cost, a[net.L], y, weights && batch.omega, total)
  gradient.cost = total[0] * reciprocal(m)
  requireFiniteErrors('backprop', net, cost, batch, total[0], gradient.flat)
  return gradient
}
