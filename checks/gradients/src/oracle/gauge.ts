import { activate } from './activate.js'
import { at } from './at.js'
import { real, type Complex } from './complex.js'
import { costOf } from './costOf.js'
import { forward } from './forward.js'
import type { CostName, Layer, LayerGradient, Problem } from './problem.js'

/** The step off the real axis for first derivatives. */
const STEP = 2 ** -200

/** The real step for derivatives of those. A gauge needs two digits; the margin around a kink is ten times as wide. */
const REAL_STEP = 1e-4

/**
 * What the rounding errors of a gradient are measured against, component by component: the gradient with every sum replaced by
 * the sum of absolute values, and with the answer of every σ, σ′ and ∇ₐC to the error of its argument added. To first order
 * an engine whose every operation is good to u is within a small multiple of (depth + width) u times this.
 *
 * Shapes: per layer w: n_l rows of n_(l−1), b: n_l numbers, all ≥ 0.
 *
 * Source: N. Higham, Accuracy and Stability of Numerical Algorithms, 2002, chapter 3, run along the network by hand.
 */
export function gauge(problem: Problem): LayerGradient[] {
  const { layers, inputs, targets, weights } = problem
  const samples = inputs.map((x, i) => ({
    terms: gaugeOfSample(problem, x, at(targets, i)),
    omega: Math.abs(weights ? at(weights, i) : 1),
  }))
  const mean = (f: (terms: Terms[]) => number) => samples.reduce((sum, { terms, omega }) => sum + omega * f(terms), 0) / inputs.length
  return layers.map(({ w, b }, l) => ({
    w: w.map((row, j) => row.map((_, k) => mean((terms) => at(at(terms, l).error, j) * at(at(terms, l).below, k)))),
    b: b.map((_, j) => mean((terms) => at(at(terms, l).error, j))),
  }))
}

/** Of one layer: the gauge of its δ, and that of the a below it. */
interface Terms {
  readonly error: readonly number[]
  readonly below: readonly number[]
}

function gaugeOfSample({ layers, cost }: Problem, x: readonly number[], y: readonly number[]): Terms[] {
  const passes = forward({ layers }, x).map(({ z, a }) => ({ z: z.map(({ re }) => re), a: a.map(({ re }) => re) }))
  const below: number[][] = []
  const zeta: number[][] = []
  let alpha = x.map(Math.abs)
  layers.forEach((layer, l) => {
    const { z, a } = at(passes, l)
    const weighted = layer.w.map((row, j) => row.reduce((sum, w, k) => sum + Math.abs(w) * at(alpha, k), Math.abs(at(layer.b, j))))
    below.push(alpha)
    zeta.push(weighted)
    alpha = a.map((ak, k) => Math.abs(ak) + weighted.reduce((sum, zj, j) => sum + Math.abs(slope(layer, z, k, j)) * zj, 0))
  })

  const error: number[][] = []
  let delta: readonly number[] = []
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = at(layers, l)
    const { z, a } = at(passes, l)
    const next = layers[l + 1]
    const g = next ? behind(next.w, delta) : []
    const deltaAt = (j: number, moved: readonly number[]) =>
      next ? pulledBack(layer, moved, g, j) : outputError(cost, layer, moved, y, j)
    const incoming = next ? behind(absolute(next.w), at(error, l + 1)) : a.map((_, k) => roundedSlope(cost, layer, z, a, y, k))
    delta = z.map((_, j) => deltaAt(j, z))
    error[l] = z.map((_, j) => {
      const ofArguments = z.map((zi, i) => {
        const byZi = centralSlope((moved) => deltaAt(j, replaced(z, i, moved)), zi, REAL_STEP)
        return Math.abs(byZi) * at(at(zeta, l), i)
      })
      const ofIncoming = incoming.map((size, k) => Math.abs(slope(layer, z, k, j)) * size)
      return [...ofArguments, ...ofIncoming].reduce((sum, x) => sum + x, next ? 0 : termsOfPairing(cost, a, y, j))
    })
  }
  return layers.map((_, l) => ({ error: at(error, l), below: at(below, l) }))
}

/** wᵀ v. */
function behind(w: Layer['w'], v: readonly number[]): number[] {
  return at(w, 0).map((_, k) => w.reduce((sum, row, j) => sum + at(row, k) * at(v, j), 0))
}

function absolute(w: Layer['w']): number[][] {
  return w.map((row) => row.map(Math.abs))
}

/** ∂a_k/∂z_j. */
function slope(layer: Layer, z: readonly number[], k: number, j: number): number {
  return at(activate(layer, offAxis(z, j)), k).im / STEP
}

/** Σ_k g_k ∂a_k/∂z_j, which is δ_j of a hidden layer. */
function pulledBack(layer: Layer, z: readonly number[], g: readonly number[], j: number): number {
  return activate(layer, offAxis(z, j)).reduce((sum, { im }, k) => sum + (at(g, k) * im) / STEP, 0)
}

/** δ_j of the output. */
function outputError(cost: CostName, layer: Layer, z: readonly number[], y: readonly number[], j: number): number {
  const moved = offAxis(z, j)
  return costOf(cost, layer, moved, activate(layer, moved), y).im / STEP
}

/** |g_k| + |a_k ∂g_k/∂a_k| of g = ∇ₐC: its own rounding, and what the rounding of a does to it. 0 where C is written in z. */
function roundedSlope(
  cost: CostName,
  layer: Layer,
  z: readonly number[],
  a: readonly number[],
  y: readonly number[],
  k: number,
): number {
  const ak = at(a, k)
  const g = (moved: number) => costOf(cost, layer, z.map(real), offAxis(replaced(a, k, moved), k), y).im / STEP
  const step = inUnitInterval(cost) ? REAL_STEP * Math.min(ak, 1 - ak) : REAL_STEP
  return Math.abs(g(ak)) + Math.abs(ak * centralSlope(g, ak, step))
}

/** The terms of a_j Σ y − y_j, which a paired output is computed from; those of a − y are no larger. */
function termsOfPairing(cost: CostName, a: readonly number[], y: readonly number[], j: number): number {
  return inUnitInterval(cost) ? Math.abs(at(a, j)) * y.reduce((sum, yk) => sum + Math.abs(yk), 1) + Math.abs(at(y, j)) : 0
}

function inUnitInterval(cost: CostName): boolean {
  return cost === 'crossEntropy' || cost === 'logLikelihood'
}

function centralSlope(f: (x: number) => number, x: number, step: number): number {
  return (f(x + step) - f(x - step)) / (2 * step)
}

function replaced(numbers: readonly number[], i: number, by: number): number[] {
  return numbers.map((x, k) => (k === i ? by : x))
}

function offAxis(numbers: readonly number[], j: number): Complex[] {
  return numbers.map((x, k) => (k === j ? { re: x, im: STEP } : real(x)))
}
