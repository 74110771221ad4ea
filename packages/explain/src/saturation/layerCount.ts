import type { Batch, Network } from '@nablajs/backprop'
import { slopes } from '../slopes.js'
import { countDecades, type Decades } from './decades.js'
import { largestSlopes } from './largestSlopes.js'

/** Below this share of its largest slope a neuron counts as saturated: sigmoid from |z| = 4.4, tanh from |z| = 2.2. */
export const SATURATED = 0.05

/** Enough to see a shape. */
const INTERVALS = 20

/** How many slopes lie in an interval: from ≤ |σ′| < to; the last holds all from where it begins. */
export interface SlopeInterval {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** What is counted of a layer, block of samples after block. */
export interface LayerCount {
  readonly layer: number
  /** Σ |σ′| over neurons and samples. */
  readonly slopeSum: () => number
  readonly largestSlope: number
  /** At how many samples each neuron is saturated. */
  readonly saturated: Float64Array
  /** Σ |a^(l−1)_k| over the samples, for each neuron k that feeds the layer. */
  readonly inputs: Float64Array
  readonly intervals: () => SlopeInterval[]
  readonly errors: () => Decades
  /** Counts what a batch left in the network; δ too where it went back. */
  readonly add: (batch: Pick<Batch, 'a' | 'z' | 'delta'>, back: boolean) => void
}

/**
 * The counts of layer l, all 0.
 *
 * Shapes: l = 2 … L; `saturated` has n_l numbers, `inputs` n_(l−1).
 */
export function layerCount({ sizes, activation }: Network, l: number): LayerCount {
  const largest = largestSlopes(activation[l], sizes[l - 1])
  const largestSlope = largest.reduce((most, slope) => Math.max(most, slope), 0)
  const saturated = new Float64Array(sizes[l - 1])
  const inputs = new Float64Array(sizes[l - 2])
  const counts = new Float64Array(INTERVALS)
  const errors = countDecades()
  let slopeSum = 0
  const width = largestSlope / INTERVALS

  function addSlopes(z: Batch['z'][number], a: Batch['a'][number]): void {
    const found = slopes(activation[l], z, a)
    for (let i = 0; i < found.cols; i++) {
      for (let j = 0; j < found.rows; j++) {
        const slope = Math.abs(found.get(j, i))
        slopeSum += slope
        if (slope < SATURATED * largest[j]) saturated[j]++
        counts[width > 0 ? Math.min(INTERVALS - 1, Math.floor(slope / width)) : 0]++
      }
    }
  }

  return {
    layer: l,
    slopeSum: () => slopeSum,
    largestSlope,
    saturated,
    inputs,
    intervals: () => Array.from(counts, (count, i) => ({ from: i * width, to: i === INTERVALS - 1 ? largestSlope : (i + 1) * width, count })),
    errors: () => errors.result(),
    add({ a, z, delta }, back) {
      addSlopes(z[l], a[l])
      for (let i = 0; i < a[l - 1].cols; i++) a[l - 1].column(i).forEach((x, k) => (inputs[k] += Math.abs(x)))
      if (back) errors.add(delta[l].data)
    },
  }
}
