import { backprop, feedforward, gradientFor, requireCost, requireNetwork, type Gradient, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { axpy, type Matrix } from '@nablajs/linalg'
import { samplesOf } from '../samplesOf.js'
import { chunk } from './chunk.js'
import { countDecades, type Decades } from './decades.js'
import { layerCount, type LayerCount, type SlopeInterval } from './layerCount.js'
import { slowestWeights, slowWeights, type SlowWeight, type SlowWeights } from './slowWeights.js'

/** How much of a layer hardly learns. */
export interface Saturation {
  /** l = 2 … L. */
  readonly layer: number
  /** The mean of |σ′(z)| over neurons and samples. */
  readonly meanSlope: number
  /** The largest |σ′| that its neurons can have. */
  readonly largestSlope: number
  /** The share of neurons × samples at which |σ′(z)| is below `SATURATED` of the largest of that neuron. */
  readonly saturated: number
  /** The distribution of |σ′(z)| over neurons and samples, from 0 to the largest slope. */
  readonly slopes: readonly SlopeInterval[]
  /** The weights that can only learn slowly, and why. */
  readonly slow: SlowWeights
}

/** The same where a cost and targets tell what comes back. */
export interface LearningSaturation extends Saturation {
  /** The distribution of |δ^l_j| over neurons and samples. */
  readonly errors: Decades
  /** The distribution of |∂C/∂w^l_jk| over the weights, the mean over the samples. */
  readonly gradients: Decades
  /** The ten weights with the smallest |∂C/∂w|, and why. */
  readonly slowest: readonly SlowWeight[]
}

/**
 * The saturation of every layer over samples: where σ(z) hardly changes with z, σ′(z) ≈ 0, and by BP1 and BP2 δ is small and the neuron's weights and bias
 * learn slowly. σ′ is the slope ∂a_j/∂z_j that the activation's own pullback gives for z: a formula of a, such as a(1 − a), has no digits left where a
 * neuron is saturated (in float32 2.6 % off at z = 15, all off at z = 20). With a cost and targets the distributions of |δ| and |∂C/∂w| come too.
 *
 * Shapes: X: n_1 × m, Y: n_L × m, any m ≥ 1; returns one for each layer 2 … L. Throws as `feedforward` does, with a cost as `backprop` does.
 */
export function saturation(net: Network, X: SampleMatrix): Saturation[]
export function saturation(net: Network, X: SampleMatrix, cost: Cost, Y: SampleMatrix): LearningSaturation[]
export function saturation(net: Network, X: SampleMatrix, cost?: Cost, Y: SampleMatrix = []): Saturation[] | LearningSaturation[] {
  requireNetwork('saturation', net)
  return cost === undefined ? forwardHalf(net, X) : bothWays(net, X, cost, Y)
}

function forwardHalf(net: Network, X: SampleMatrix): Saturation[] {
  const { counts, samples } = count(net, X, (part) => void feedforward(net, part), false)
  return counts.map((layer) => summary(layer, samples))
}

function bothWays(net: Network, X: SampleMatrix, cost: Cost, Y: SampleMatrix): LearningSaturation[] {
  requireCost('saturation', cost)
  const [total, part] = [gradientFor(net), gradientFor(net)]
  const add: Pass = (x, from, to, samples) => {
    backprop(net, cost, x, chunk(Y, from, to, samples), { out: part })
    addTo(total, part, (to - from) / samples)
  }
  const { counts, samples } = count(net, X, add, true)
  return counts.map((layer) => learning(summary(layer, samples), layer, total.w[layer.layer]))
}

type Pass = (X: SampleMatrix, from: number, to: number, samples: number) => void

function count(net: Network, X: SampleMatrix, pass: Pass, back: boolean): { counts: LayerCount[]; samples: number } {
  const counts = net.sizes.slice(1).map((_, i) => layerCount(net, i + 2))
  const samples = samplesOf(net, X)
  for (let from = 0; from < samples; from += net.maxBatch) {
    const to = Math.min(samples, from + net.maxBatch)
    pass(chunk(X, from, to, samples), from, to, samples)
    for (const layer of counts) layer.add(net, back)
  }
  return { counts, samples }
}

function addTo(total: Gradient, part: Gradient, share: number): void {
  for (let l = 2; l < total.w.length; l++) axpy(share, part.w[l], total.w[l])
}

function summary({ layer, slopeSum, largestSlope, saturated, inputs, intervals }: LayerCount, samples: number): Saturation {
  const places = saturated.length * samples
  return {
    layer,
    meanSlope: slopeSum() / places,
    largestSlope,
    saturated: saturated.reduce((sum, at) => sum + at, 0) / places,
    slopes: intervals(),
    slow: slowWeights(Array.from(inputs, (sum) => sum / samples), Array.from(saturated, (at) => at / samples)),
  }
}

function learning(found: Saturation, { errors }: LayerCount, nablaW: Matrix): LearningSaturation {
  const gradients = countDecades()
  gradients.add(nablaW.data)
  return { ...found, errors: errors(), gradients: gradients.result(), slowest: slowestWeights(nablaW, found.slow) }
}
