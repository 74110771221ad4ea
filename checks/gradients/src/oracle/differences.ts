import { at } from './at.js'
import type { LayerGradient } from './problem.js'

/** A network of real functions, for plugins that have no complex form: σ of each neuron and the cost as they come. */
export interface RealProblem {
  readonly layers: readonly (LayerGradient & { readonly sigma: readonly ((z: number) => number)[] })[]
  readonly value: (a: readonly number[], y: readonly number[]) => number
  readonly inputs: readonly (readonly number[])[]
  readonly targets: readonly (readonly number[])[]
}

/** A derivative and how far off it may be. */
export interface Difference {
  readonly derivative: number
  readonly bound: number
}

/** A difference for each parameter, in the form of the layers. */
export interface LayerDifferences {
  readonly w: readonly (readonly Difference[])[]
  readonly b: readonly Difference[]
}

/** Steps, as multiples of max(1, |θ|). Truncation falls with h⁶, rounding grows with 1/h; the best lies between. */
const STEPS = [8e-2, 4e-2, 2e-2, 1e-2, 5e-3, 2.5e-3]

/** Σ |coefficients| / 60 = (2·45 + 2·9 + 2·1)/60: what the formula makes of an error of the cost. */
const AMPLIFICATION = 110 / 60

/** Roundings in a cost: a few dozen operations whose errors mostly cancel. */
const ROUNDINGS = 4

/**
 * The gradient by central differences of seven points, each parameter with the step whose error bound is smallest:
 * (45(C₁ − C₋₁) − 9(C₂ − C₋₂) + (C₃ − C₋₃))/60h with C_i = C(θ + ih); its error is h⁶ C⁽⁷⁾/140 and rounding/h.
 *
 * Shapes: per layer w: n_l rows of n_(l−1), b: n_l differences.
 */
export function differences(problem: RealProblem): LayerDifferences[] {
  return problem.layers.map(({ w, b }, layer) => ({
    w: w.map((row, j) => row.map((theta, k) => difference(problem, theta, { layer, j, k }))),
    b: b.map((theta, j) => difference(problem, theta, { layer, j })),
  }))
}

/** A weight, or without k a bias. */
interface Place {
  readonly layer: number
  readonly j: number
  readonly k?: number
}

function difference(problem: RealProblem, theta: number, place: Place): Difference {
  const scale = Math.max(1, Math.abs(theta))
  const size = costs(problem, place, 0).reduce((sum, c) => sum + Math.abs(c), 0) / problem.inputs.length
  let best: Difference = { derivative: NaN, bound: Infinity }
  let wider = NaN
  for (const step of STEPS) {
    const h = step * scale
    const derivative = sevenPoint(problem, place, h)
    const bound = Math.abs(derivative - wider) + (AMPLIFICATION * ROUNDINGS * Number.EPSILON * size) / h
    if (bound < best.bound) best = { derivative, bound }
    wider = derivative
  }
  return best
}

/** Subtracted sample by sample, so that the cost of one does not hide the difference of another. */
function sevenPoint(problem: RealProblem, place: Place, h: number): number {
  const gap = (i: number) => {
    const below = costs(problem, place, -i * h)
    return costs(problem, place, i * h).reduce((sum, above, sample) => sum + (above - at(below, sample)), 0)
  }
  return (45 * gap(1) - 9 * gap(2) + gap(3)) / (60 * h * problem.inputs.length)
}

/** The cost of each sample, with one parameter moved. */
function costs({ layers, value, inputs, targets }: RealProblem, place: Place, move: number): number[] {
  return inputs.map((x, i) => {
    let a = x
    layers.forEach(({ w, b, sigma }, layer) => {
      a = w.map((row, j) => {
        const moved = place.layer === layer && place.j === j
        let z = at(b, j) + (moved && place.k === undefined ? move : 0)
        row.forEach((weight, k) => (z += (weight + (moved && place.k === k ? move : 0)) * at(a, k)))
        return at(sigma, j)(z)
      })
    })
    return value(a, at(targets, i))
  })
}
