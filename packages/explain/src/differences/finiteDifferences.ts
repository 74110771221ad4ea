import { gradientFor, type Gradient, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { experiment } from '../experiment.js'
import { requirePositive } from '../requirePositive.js'
import { forwardCost } from './forwardCost.js'

/** How differences are taken. */
export interface FiniteDifferencesOptions {
  /** ε; 2⁻²⁶ unless said, where the error of (46) is least: it grows with ε, and with the rounding of C, which ε divides. */
  epsilon?: number
}

/** A gradient by differences. */
export interface FiniteDifferences {
  /** In float64, laid out as that of `backprop`. */
  readonly gradient: Gradient
  /** One for each weight and bias, and one more. */
  readonly forwardPasses: number
  readonly epsilon: number
}

/** √2⁻⁵², an exact number. */
const EPSILON = 2 ** -26

/**
 * The gradient as someone would compute it who has no backpropagation: ∂C/∂w_j ≈ (C(w + ε e_j) − C(w))/ε (46), a forward pass for each weight and bias
 * and one more.
 *
 * Shapes: X: n_1 × m, Y: n_L × m; the gradient's w[l]: n_l × n_(l−1), b[l]: n_l × 1. Computed in float64. Throws as `backprop` does, `OptionError` for an
 * ε that is not above 0.
 *
 * @equation (46)
 */
export function finiteDifferences(net: Network, cost: Cost, X: SampleMatrix, Y: SampleMatrix, options: FiniteDifferencesOptions = {}): FiniteDifferences {
  const { epsilon = EPSILON } = options
  requirePositive('finiteDifferences', 'epsilon', epsilon, 'Leave it out for 2⁻²⁶.')
  const { net: own, batch } = experiment('finiteDifferences', net, cost, X, Y)
  const gradient = gradientFor(own)
  const { parameters } = own
  gradient.cost = forwardCost(own, cost, batch)
  for (let at = 0; at < parameters.length; at++) {
    const before = parameters[at]
    parameters[at] = before + epsilon
    gradient.flat[at] = (forwardCost(own, cost, batch) - gradient.cost) / (parameters[at] - before) // The ε that was really added.
    parameters[at] = before
  }
  return { gradient, forwardPasses: parameters.length + 1, epsilon }
}
