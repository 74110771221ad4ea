import { at } from './at.js'
import { scaled, sum, type Complex } from './complex.js'
import { costOf } from './costOf.js'
import { forward, type Perturbation } from './forward.js'
import type { LayerGradient, Problem } from './problem.js'

/**
 * The imaginary step h. The error of Im C(θ + ih)/h is of order (hz)² ≈ 10⁻¹¹⁷, far under a rounding; h is no smaller so that
 * a derivative down to 10⁻²⁴⁷ (gelu at z = −30 has 10⁻¹⁹⁶) does not underflow, and a power of two so that dividing is exact.
 */
const STEP = 2 ** -200

/**
 * The cost of a minibatch, Σ ω_i C_i / m, with one parameter moved off the real axis.
 *
 * Shapes: scalar.
 */
export function minibatchCost(problem: Problem, perturbation?: Perturbation): Complex {
  return costBehind(problem, problem.inputs, perturbation)
}

/**
 * The gradient of the minibatch's cost by every parameter: one evaluation of the cost for each, no derivative anywhere.
 *
 * Shapes: per layer w: n_l rows of n_(l−1), b: n_l numbers.
 *
 * Source: Squire and Trapp, Using complex variables to estimate derivatives of real functions, SIAM Review 40, 1998.
 */
export function complexStep(problem: Problem): LayerGradient[] {
  const { layers, inputs } = problem
  const passes = inputs.map((x) => forward(problem, x))
  return layers.map(({ w, b }, l) => {
    // What lies below a parameter does not depend on it.
    const below = passes.map((pass, i) => (l === 0 ? at(inputs, i) : at(pass, l - 1).a.map(({ re }) => re)))
    const behind = { ...problem, layers: layers.slice(l) }
    const slope = (place: Pick<Perturbation, 'j' | 'k'>) => costBehind(behind, below, { layer: 0, ...place, im: STEP }).im / STEP
    return { w: w.map((row, j) => row.map((_, k) => slope({ j, k }))), b: b.map((_, j) => slope({ j })) }
  })
}

function costBehind({ layers, cost, targets, weights }: Problem, inputs: Problem['inputs'], perturbation?: Perturbation): Complex {
  const output = layers.length - 1
  const samples = inputs.map((x, i) => {
    const { z, a } = at(forward({ layers }, x, perturbation), output)
    return scaled(weights ? at(weights, i) : 1, costOf(cost, at(layers, output), z, a, at(targets, i)))
  })
  return scaled(1 / inputs.length, sum(samples))
}
