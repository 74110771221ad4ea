import type { Activation } from '@nablajs/activations'
import type { Cost } from '@nablajs/costs'
import { PluginError, zeros, type Matrix, type Vector } from '@nablajs/linalg'
import { backprop } from './backprop.js'
import { requireCost } from './boundary.js'
import { complexFormOf, complexStep } from './complexStep.js'
import { forward } from './feedforward.js'
import { network, type Network } from './network.js'
import { columnsOf, loadInput, type SampleMatrix } from './sampleMatrix.js'
import { sevenPoint, type Difference } from './sevenPoint.js'
import { sumOfCosts } from './sumOfCosts.js'

/** How a gradient is checked. */
export interface CheckGradientOptions {
  /** The complex step where every plugin has a complex form, else differences; or one of them by name. */
  method?: 'complex step' | '7-point differences'
  /** How many parameters are looked at, spread evenly over all; 400 unless said. */
  parameters?: number
  /** The largest relative difference that passes; by method and element type unless said. */
  tolerance?: number
}

/** What a check of a gradient found. */
export interface GradientReport {
  readonly method: 'complex step' | '7-point differences'
  /** ‖g − g*‖₂ / ‖g*‖₂ over the parameters looked at: g is the engine's, g* the oracle's. */
  readonly relativeError: number
  /** How far off, relatively, the oracle itself may be. */
  readonly bound: number
  readonly parameters: number
  /** The parameter where the two differ most. */
  readonly worst: { readonly name: string; readonly gradient: number; readonly oracle: number }
  /** Parameters so near a kink that differences say nothing about them: not compared. */
  readonly unclear: readonly string[]
  /** Neurons whose derivative is nearly 0 for some sample: there the cost hardly depends on what comes before. */
  readonly saturated: readonly string[]
}

/** Relative differences that only a wrong formula exceeds. */
const TOLERANCE = { 'complex step': 1e-12, '7-point differences': 1e-9, float32: 1e-4 }

/** A difference is unclear where its own error bound is above this, relative to the larger of 1 and the derivative. */
const UNCLEAR = 1e-6

/** A neuron counts as saturated where |σ′| is below this. */
const SATURATED = 1e-4

/** Parameters looked at unless said: the oracle needs a forward pass or more for each. */
const PARAMETERS = 400

/**
 * Holds the gradient of a whole network against an oracle: the complex step, which is exact to rounding, where every plugin
 * has a complex form, else differences of seven points in float64 with the step that has the smallest error bound.
 *
 * Shapes: x: n_1 × m or n_1 numbers, y: n_L × m or n_L numbers. Throws `PluginError` naming the worst parameter where the
 * gradient is not the derivative, `ShapeError` for samples that do not fit. Works in any test runner.
 */
export function checkGradient(
  net: Network,
  cost: Cost,
  x: SampleMatrix,
  y: SampleMatrix,
  options: CheckGradientOptions = {},
): GradientReport {
  requireCost('checkGradient', cost)
  const X = matrixOf('x', x, net, 1)
  const Y = matrixOf('y', y, net, net.L)
  const gradient = backprop(net, cost, x, y).flat
  const exact = inFloat64(net)
  backprop(exact, cost, X, Y)
  const saturated = saturatedNeurons(exact, X.cols)

  const form = options.method === '7-point differences' ? undefined : complexFormOf(exact, cost)
  if (options.method === 'complex step' && !form) throw noComplexForm(net, cost)
  const method = form ? 'complex step' : '7-point differences'
  const oracle = (index: number): Difference =>
    form ? { derivative: complexStep(exact, form, X, Y, index), bound: 0 } : difference(exact, cost, X, Y, index)

  const indices = spread(gradient.length, options.parameters ?? PARAMETERS)
  const report: GradientReport = {
    method,
    parameters: indices.length,
    saturated,
    ...compare(net, gradient, indices, oracle),
  }
  const tolerance = options.tolerance ?? TOLERANCE[net.dtype === 'float32' ? 'float32' : method]
  if (report.unclear.length > indices.length / 2) throw tooManyKinks(net, cost, report)
  if (!(report.relativeError <= tolerance + 2 * report.bound)) throw wrongGradient(net, cost, report, tolerance)
  return report
}

function compare(
  net: Network,
  gradient: Vector,
  indices: readonly number[],
  oracle: (index: number) => Difference,
): Pick<GradientReport, 'relativeError' | 'bound' | 'worst' | 'unclear'> {
  let squares = 0
  let size = 0
  let bounds = 0
  let worst = { name: 'none', gradient: 0, oracle: 0 }
  const unclear: string[] = []
  for (const index of indices) {
    const { derivative, bound } = oracle(index)
    if (bound > UNCLEAR * Math.max(1, Math.abs(derivative))) {
      unclear.push(nameOf(net, index))
      continue
    }
    const gap = gradient[index] - derivative
    squares += gap * gap
    size += derivative * derivative
    bounds += bound * bound
    if (Math.abs(gap) >= Math.abs(worst.gradient - worst.oracle)) {
      worst = { name: nameOf(net, index), gradient: gradient[index], oracle: derivative }
    }
  }
  // A gradient of zeros has no relative error; below the smallest normal number the difference itself counts.
  const length = Math.max(Math.sqrt(size), 2 ** -1022)
  return { relativeError: Math.sqrt(squares) / length, bound: Math.sqrt(bounds) / length, worst, unclear }
}

function difference(net: Network, cost: Cost, X: Matrix, Y: Matrix, index: number): Difference {
  const { parameters } = net
  const theta = parameters[index]
  const total = new Float64Array(1)
  const result = sevenPoint((value) => {
    parameters[index] = value
    const batch = net.batch(X.cols)
    forward(net, batch)
    total[0] = 0
    sumOfCosts(cost, batch.a[net.L], Y, undefined, total)
    return total[0] / X.cols
  }, theta)
  parameters[index] = theta
  return result
}

/** The same network in float64, with the same parameters. */
function inFloat64(net: Network): Network {
  const { sizes, activation, maxBatch, parameters } = net
  const layers = sizes.map((neurons, i) => (i === 0 ? neurons : { neurons, activation: activation[i + 1] }))
  const copy = network(layers, { dtype: 'float64', maxBatch })
  copy.parameters.set(parameters)
  return copy
}

function matrixOf(name: string, samples: SampleMatrix, net: Network, l: number): Matrix {
  const { cols } = columnsOf('checkGradient', name, samples, net, l)
  const matrix = zeros(net.sizes[l - 1], cols, { dtype: 'float64' })
  loadInput('checkGradient', name, samples, 0, matrix)
  return matrix
}

function saturatedNeurons(net: Network, m: number): string[] {
  const { z, a } = net.batch(m)
  const names: string[] = []
  for (let l = 2; l <= net.L; l++) {
    for (let j = 0; j < a[l].rows; j++) {
      if (leastSlope(net.activation[l], z[l], a[l], j) < SATURATED) names.push(`layer ${l}, neuron ${j}`)
    }
  }
  return names
}

/** The smallest |∂a_j/∂z_j| over the samples. */
function leastSlope(activation: Activation, z: Matrix, a: Matrix, j: number): number {
  const slope = zeros(z.rows, z.cols, { dtype: 'float64' })
  for (let i = 0; i < z.cols; i++) slope.set(j, i, 1)
  activation.pullback(z, a, slope, slope)
  return slope.toRows()[j].reduce((least, x) => Math.min(least, Math.abs(x)), Infinity)
}

/** At most `count` places, spread evenly over `length`. */
function spread(length: number, count: number): number[] {
  const n = Math.min(length, Math.max(1, count))
  return Array.from({ length: n }, (_, i) => Math.floor((i * length) / n))
}

/** A place in the flat array as the chapter calls it: w^2_jk with j and k from 0, or b^2_j. */
function nameOf({ L, w, b }: Network, index: number): string {
  let offset = index
  for (let l = 2; l <= L; l++) {
    if (offset < w[l].data.length) return `w^${l}_(${offset % w[l].rows},${Math.floor(offset / w[l].rows)})`
    offset -= w[l].data.length
    if (offset < b[l].rows) return `b^${l}_${offset}`
    offset -= b[l].rows
  }
  return `parameter ${index}`
}

function pluginsOf({ L, activation }: Network, cost: Cost): string {
  return [...new Set(Array.from({ length: L - 1 }, (_, i) => activation[i + 2].name)), cost.name].join(', ')
}

function noComplexForm(net: Network, cost: Cost): PluginError {
  return new PluginError({
    plugin: pluginsOf(net, cost),
    where: 'checkGradient, method',
    expected: 'plugins that all have a complex form',
    got: pluginsOf(net, cost),
    fix: 'Leave { method } out: differences serve where there is no complex form.',
  })
}

function tooManyKinks(net: Network, cost: Cost, { unclear, parameters }: GradientReport): PluginError {
  return new PluginError({
    plugin: pluginsOf(net, cost),
    where: 'checkGradient',
    expected: 'a cost that is smooth around most parameters',
    got: `${unclear.length} of ${parameters} parameters near a kink`,
    fix: 'Choose inputs or weights that keep each z away from the kinks of its activation.',
  })
}

function wrongGradient(net: Network, cost: Cost, report: GradientReport, tolerance: number): PluginError {
  const { name, gradient, oracle } = report.worst
  return new PluginError({
    plugin: pluginsOf(net, cost),
    where: `checkGradient, ${name}`,
    expected: `the derivative ${oracle} by ${report.method}, within ${tolerance} relatively over all parameters`,
    got: `${gradient}, and a relative difference of ${report.relativeError.toExponential(1)}`,
    fix: 'Run checkActivation and checkCost on each plugin: they name the function and the input that is wrong.',
  })
}
