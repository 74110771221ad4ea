import type { Activation } from '@nablajs/activations'
import { feedforward, type Network } from '@nablajs/backprop'
import type { Columns } from '@nablajs/data'
import { like, zeros, type Matrix } from '@nablajs/linalg'

/** How much of a layer hardly learns. */
export interface Saturation {
  /** The mean of |σ′(z)| over neurons and samples. */
  readonly meanSlope: number
  /** The largest |σ′| that its neurons can have. */
  readonly largestSlope: number
  /** The share of neurons × samples at which |σ′(z)| is below `SATURATED` of the largest of that neuron. */
  readonly saturated: number
}

/** Below this share of its largest slope a neuron counts as saturated: sigmoid from |z| = 4.4, tanh from |z| = 2.2. */
export const SATURATED = 0.05

/** The largest slope is looked for among −END … END; steps of a power of two, so that 0 is one of them. */
const END = 10
const STEP = 1 / 16

/**
 * The saturation of every layer over samples. σ′ is the slope ∂a_j/∂z_j that the activation's own pullback gives for z: a formula of a, such
 * as a(1 − a), has no digits left where a neuron is saturated.
 *
 * Shapes: X: n_1 × m, m ≥ 1; returns one for each layer 2 … L. Throws as `feedforward` does.
 */
export function saturation(net: Network, X: Columns): Saturation[] {
  const layers = net.sizes.slice(1).flatMap((neurons, i) => {
    const activation = net.activation[i + 2]
    return activation ? [{ l: i + 2, neurons, activation, largest: largestSlopes(activation, neurons), sum: 0, saturated: 0 }] : []
  })
  const samples = X.data.length / X.rows
  for (let from = 0; from < samples; from += net.maxBatch) {
    const to = Math.min(samples, from + net.maxBatch)
    feedforward(net, { rows: X.rows, data: X.data.subarray(from * X.rows, to * X.rows) })
    for (const layer of layers) {
      const [z, a] = [net.z[layer.l], net.a[layer.l]]
      if (!z || !a) continue
      const slopes = slopesOf(layer.activation, z, a)
      layer.largest.forEach((largest, j) => {
        for (let i = 0; i < slopes.cols; i++) {
          const slope = Math.abs(slopes.get(j, i))
          layer.sum += slope
          if (slope < SATURATED * largest) layer.saturated++
        }
      })
    }
  }
  return layers.map(({ neurons, largest, sum, saturated }) => ({
    meanSlope: sum / (neurons * samples),
    largestSlope: Math.max(...largest),
    saturated: saturated / (neurons * samples),
  }))
}

/**
 * ∂a_j/∂z_j at every neuron and sample.
 *
 * Shapes: z, a = σ(z) and the result n_l × m.
 */
export function slopesOf(activation: Activation, z: Matrix, a: Matrix): Matrix {
  const g = like(z)
  const slopes = like(z)
  if (isElementwise(activation)) {
    g.data.fill(1)
    activation.pullback(z, a, g, slopes)
    return slopes
  }
  const delta = like(z)
  for (let j = 0; j < z.rows; j++) {
    for (let i = 0; i < z.cols; i++) g.set(j, i, 1)
    activation.pullback(z, a, g, delta)
    for (let i = 0; i < z.cols; i++) {
      slopes.set(j, i, delta.get(j, i))
      g.set(j, i, 0)
    }
  }
  return slopes
}

/** Of each neuron, with 0 at every other, which for softmax is among the places where its slope is the largest. */
function largestSlopes(activation: Activation, neurons: number): number[] {
  if (isElementwise(activation)) return new Array<number>(neurons).fill(largestOf(activation, 1, 0))
  return Array.from({ length: neurons }, (_, j) => largestOf(activation, neurons, j))
}

function largestOf(activation: Activation, neurons: number, j: number): number {
  const z = zeros(neurons, (2 * END) / STEP + 1, { dtype: 'float64' })
  for (let i = 0; i < z.cols; i++) z.set(j, i, i * STEP - END)
  const [a, g, delta] = [like(z), like(z), like(z)]
  activation.apply(z, a)
  for (let i = 0; i < z.cols; i++) g.set(j, i, 1)
  activation.pullback(z, a, g, delta)
  let largest = 0
  for (let i = 0; i < z.cols; i++) largest = Math.max(largest, Math.abs(delta.get(j, i)))
  return largest
}

/** Such a plugin carries σ on one number, and none that mixes neurons can. */
function isElementwise(activation: Activation): boolean {
  return 'f' in activation && typeof activation.f === 'function'
}
