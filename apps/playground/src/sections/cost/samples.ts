import { linear } from '@nablajs/activations'
import { backprop, network, type Network } from '@nablajs/backprop'
import { costs, type CostName } from '../../engine/names.js'
import { costByRule, type Rule } from './rules.js'

/** Six samples: what comes out, what ought to, by which cost. */
export interface Samples {
  readonly outputs: readonly number[]
  readonly targets: readonly number[]
  readonly netCost: CostName
  readonly rule: Rule
}

/** By the weight and by the bias. */
export interface Slopes {
  readonly w: number
  readonly b: number
}

/** What a cost makes of the samples. */
export interface SampleCosts {
  /** C_x of each. */
  readonly each: readonly number[]
  /** C, their mean. */
  readonly mean: number
  /** The mean of the samples' gradients, as backpropagation gives it. */
  readonly backprop: Slopes
  /** The gradient of C, by differences of C itself. */
  readonly true: Slopes
}

/** Half of a step, near the cube root of a double's rounding, where a difference of two sides is best. */
const HALF = 2 ** -17

/**
 * The samples through one neuron a = wx + b with w = 1 and b = 0, whose inputs are therefore the outputs, and back by the engine. The true slopes are
 * (C(w + h) − C(w − h))/2h, for which any C will do.
 */
export function costsOfSamples({ outputs, targets, netCost, rule }: Samples): SampleCosts {
  const net = network([1, 1], { activation: linear, dtype: 'float64', maxBatch: outputs.length })
  net.parameters.set([1, 0])
  const cost = costByRule(rule, costs[netCost], { outputsAround: () => net.a[2]?.data ?? [], weight: () => net.w[2]?.data[0] ?? NaN })
  const [X, Y] = [columns(outputs), columns(targets)]
  const pass = () => backprop(net, cost, X, Y)
  const slopes = { w: slopeOf(net, 0, () => pass().cost), b: slopeOf(net, 1, () => pass().cost) }
  const gradient = pass()
  const each = outputs.map((a, i) => cost.value(Float64Array.of(a), Float64Array.of(targets[i] ?? NaN)))
  net.close()
  return { each, mean: gradient.cost, backprop: { w: gradient.flat[0] ?? NaN, b: gradient.flat[1] ?? NaN }, true: slopes }
}

function slopeOf({ parameters }: Network, at: number, costNow: () => number): number {
  const before = parameters[at] ?? NaN
  parameters[at] = before + HALF
  const above = costNow()
  parameters[at] = before - HALF
  const below = costNow()
  parameters[at] = before
  return (above - below) / (2 * HALF)
}

function columns(numbers: readonly number[]) {
  return { rows: 1, data: Float64Array.from(numbers) }
}
