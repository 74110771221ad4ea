import { defineActivation, type ElementwiseActivation } from '@nablajs/activations'
import { backprop, network } from '@nablajs/backprop'
import { defineCost, type Cost } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { drawing } from './drawing.js'
import { at } from './oracle/at.js'
import { differences, type Difference } from './oracle/differences.js'
import { flattened, relativeDifference } from './oracle/relativeDifference.js'

/** The goal for plugins without a complex form. */
export const WORST_BY_DIFFERENCES = 1e-10

/** Activations as a user writes them: f and f′, no complex form, no kernel. */
export const CUSTOM_ACTIVATIONS: readonly ElementwiseActivation[] = [
  defineActivation({ name: 'swish', f: (z) => z / (1 + Math.exp(-z)), fPrime: (z, a) => a + (1 - a) / (1 + Math.exp(-z)) }),
  defineActivation({ name: 'gaussian', f: (z) => Math.exp(-z * z), fPrime: (z, a) => -2 * z * a }),
  defineActivation({ name: 'sine', f: Math.sin, fPrime: Math.cos }),
  defineActivation({ name: 'arctan', f: Math.atan, fPrime: (z) => 1 / (1 + z * z) }),
  defineActivation({ name: 'algebraic', f: (z) => z / Math.sqrt(1 + z * z), fPrime: (z) => (1 + z * z) ** -1.5 }),
]

/** Costs as a user writes them. */
export const CUSTOM_COSTS: readonly Cost[] = [
  defineCost({
    name: 'quartic',
    value: (a, y) => a.reduce((sum, aj, j) => sum + (aj - at(y, j)) ** 4 / 4, 0),
    gradient: (a, y) => a.map((aj, j) => (aj - at(y, j)) ** 3),
  }),
  defineCost({
    name: 'logCosh',
    value: (a, y) => a.reduce((sum, aj, j) => sum + Math.log(Math.cosh(aj - at(y, j))), 0),
    gradient: (a, y) => a.map((aj, j) => Math.tanh(aj - at(y, j))),
  }),
]

/** Parameters and inputs lie in ±1: with widths up to 6 no neuron saturates, where differences of a cost say nothing. */
const SPREAD = 1

/** The net on which engine and differences differ most. */
export interface ByDifferences {
  readonly parameters: number
  readonly worst: number
  /** How far off the oracle itself may be on that net, relatively. */
  readonly bound: number
  /** The net, and the parameter where the two differ most, with both values and the bound. */
  readonly where: string
  readonly passed: boolean
}

/**
 * Compares the engine with 7-point differences on random nets of plugins that have no complex form.
 *
 * Shapes: none.
 */
export function compareCustomNets(
  seed: number,
  nets: number,
  activations: readonly ElementwiseActivation[] = CUSTOM_ACTIVATIONS,
): ByDifferences {
  let parameters = 0
  let found = { worst: -1, bound: 0, where: '' }
  for (let number = 0; number < nets; number++) {
    const draw = drawing(seed, number)
    const several = (n: number) => Array.from({ length: n }, () => draw.between(-SPREAD, SPREAD))
    const sizes = Array.from({ length: 2 + draw.integer(4) }, () => 1 + draw.integer(6))
    const m = 1 + draw.integer(4)
    const cost = draw.pick(CUSTOM_COSTS)
    const sigmas = sizes.slice(1).map(() => draw.pick(activations))
    const layers = sigmas.map((sigma, l) => ({
      w: Array.from({ length: at(sizes, l + 1) }, () => several(at(sizes, l))),
      b: several(at(sizes, l + 1)),
      sigma: Array.from({ length: at(sizes, l + 1) }, () => sigma.f),
    }))
    const inputs = Array.from({ length: m }, () => several(at(sizes, 0)))
    const targets = Array.from({ length: m }, () => several(at(sizes, sizes.length - 1)))

    const value = (a: readonly number[], y: readonly number[]) => cost.value(Float64Array.from(a), Float64Array.from(y))
    const oracle = differences({ layers, value, inputs, targets })
    const each = (f: (difference: Difference) => number) =>
      flattened(oracle.map(({ w, b }) => ({ w: w.map((row) => row.map(f)), b: b.map(f) })))
    const slopes = each(({ derivative }) => derivative)
    const bounds = each(({ bound }) => bound)

    const net = network(
      sizes.map((neurons, l) => (l === 0 ? neurons : { neurons, activation: at(sigmas, l - 1) })),
      { dtype: 'float64', maxBatch: m },
    )
    net.parameters.set(flattened(layers))
    const gradient = backprop(net, cost, fromColumns(inputs, { dtype: 'float64' }), fromColumns(targets, { dtype: 'float64' })).flat
    net.close()

    parameters += slopes.length
    const worst = relativeDifference(gradient, slopes)
    if (!(worst <= found.worst)) {
      const i = farthest(gradient, slopes)
      found = {
        worst,
        bound: Math.hypot(...bounds) / Math.hypot(...slopes),
        where:
          `net ${number}: [${sizes.join(', ')}], ${sigmas.map(({ name }) => name).join(' → ')}; ${cost.name}; ` +
          `parameter ${i}: engine ${at(gradient, i)}, differences ${at(slopes, i)} ± ${at(bounds, i).toExponential(1)}`,
      }
    }
  }
  return { parameters, ...found, passed: found.worst <= WORST_BY_DIFFERENCES }
}

function farthest(one: ArrayLike<number>, other: readonly number[]): number {
  const gaps = other.map((x, i) => Math.abs(at(one, i) - x))
  return gaps.indexOf(Math.max(...gaps))
}
