import type { Batch, Network, SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import type { Experiment } from '../experiment.js'
import { forwardFrom } from '../forwardFrom.js'
import { costSlope } from '../costSlope.js'
import { oneSample } from '../oneSample.js'
import { requireIndex } from '../requireIndex.js'
import { requirePositive } from '../requirePositive.js'
import { requireChanges } from './requireChanges.js'

/** Where the demon sits and what it does. */
export interface DemonOptions {
  /** l = 2 … L. */
  layer: number
  /** j, counted from 0. */
  neuron: number
  /** What it adds: one Δz or several; 81 from −4 to 4 unless said. */
  deltaZ?: number | readonly number[]
  /** `z`: it adds to the weighted input, which δ measures. `a`: it adds to the activation, so that ∂C/∂a takes the place of δ. */
  at?: 'z' | 'a'
  /** The prediction holds where it is off by at most this share of the actual change; 0.1 unless said. */
  tolerance?: number
}

/** What one change did to the cost. */
export interface Measurement {
  /** Δz, or Δa. */
  readonly change: number
  /** δ^l_j Δz. */
  readonly predicted: number
  /** ΔC, by going forward with it. */
  readonly actual: number
  readonly holds: boolean
}

/** What a demon at one neuron can do. */
export interface Demon {
  readonly layer: number
  readonly neuron: number
  readonly at: 'z' | 'a'
  /** δ^l_j = ∂C/∂z^l_j (29), or ∂C/∂a^l_j. */
  readonly derivative: number
  /** Which way a kind demon goes, against the sign of the derivative: −1, 0 or 1. */
  readonly kind: number
  /** C_x as it is. */
  readonly cost: number
  /** One for each change, in the order given. */
  readonly measurements: readonly Measurement[]
  /**
   * Where the prediction stops holding, on the way from 0 to the outermost change on either side: to a millionth of the step in which it does.
   * `undefined` where it holds as far as was looked.
   */
  readonly stops: { readonly below: number | undefined; readonly above: number | undefined }
}

/** Less than this, relative to C, is rounding and no change of the cost. */
const ROUNDING = 16 * Number.EPSILON
/** 2⁻²⁰ is a millionth. */
const HALVINGS = 20

/**
 * A demon sits at neuron j of layer l and adds Δz to its weighted input. The cost changes by about (∂C/∂z^l_j) Δz, which is δ^l_j Δz, while Δz is small;
 * the actual change is what going forward with it gives. With `{ at: 'a' }` it adds to the activation, and ∂C/∂a^l_j takes the place of δ^l_j.
 *
 * Shapes: x: n_1 numbers, y: n_L numbers, one sample. Computed in float64, whatever the network's type. Throws as `backprop` does, `ShapeError` for
 * more than one sample, `OptionError` for a neuron that is not there or a change that is not finite.
 *
 * Source: chapter 2, on the four equations, with (29).
 */
export function demon(net: Network, cost: Cost, x: SampleMatrix, y: SampleMatrix, options: DemonOptions): Demon {
  const { layer, neuron, deltaZ, at = 'z', tolerance = 0.1 } = options
  const changes = requireChanges(deltaZ)
  requirePositive('demon', 'tolerance', tolerance, 'Leave it out for 0.1.')
  const found = oneSample('demon', net, cost, x, y, changes.length)
  requireIndex('demon', 'layer', layer, 2, found.net.L)
  requireIndex('demon', 'neuron', neuron, 0, found.net.sizes[layer - 1] - 1)

  const derivative = at === 'z' ? found.batch.delta[layer].get(neuron, 0) : costSlope(found, cost, layer)[neuron]
  const measure = visit(found, cost, { layer, neuron, at, derivative, tolerance })
  const measurements = measure(changes)
  const outward = [...measurements].sort((p, q) => Math.abs(p.change) - Math.abs(q.change))
  const stop = (side: (change: number) => boolean) => stopOf(outward.filter(({ change }) => side(change)), measure)
  const stops = { below: stop((change) => change < 0), above: stop((change) => change > 0) }
  return { layer, neuron, at, derivative, kind: derivative === 0 ? 0 : -Math.sign(derivative), cost: found.cost, measurements, stops }
}

type Measure = (changes: readonly number[]) => Measurement[]

/** Goes forward with all changes at once, a column each. */
function visit({ net, batch, cost: before }: Experiment, cost: Cost, place: Required<Omit<DemonOptions, 'deltaZ'>> & { derivative: number }): Measure {
  const { layer, neuron, at, derivative, tolerance } = place
  const start = batch[at][layer].column(0).slice()
  const y = batch.y.column(0).slice()

  return (changes) => {
    const columns: Batch = net.batch(changes.length)
    const changed = columns[at][layer]
    changes.forEach((change, i) => {
      changed.column(i).set(start)
      changed.set(neuron, i, start[neuron] + change)
    })
    forwardFrom(net, columns, layer, at)
    return changes.map((change, i) => {
      const actual = cost.value(columns.a[net.L].column(i), y) - before
      const predicted = derivative * change
      return { change, predicted, actual, holds: Math.abs(actual - predicted) <= tolerance * Math.abs(actual) + ROUNDING * Math.abs(before) }
    })
  }
}

/** The first of these, from 0 outward, at which the prediction does not hold, made finer by halving towards the one before it. */
function stopOf(outward: readonly Measurement[], measure: Measure): number | undefined {
  const first = outward.findIndex(({ holds }) => !holds)
  if (first < 0) return undefined
  let [holding, failing] = [first === 0 ? 0 : outward[first - 1].change, outward[first].change]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (holding + failing) / 2
    if (measure([middle])[0].holds) holding = middle
    else failing = middle
  }
  return failing
}
