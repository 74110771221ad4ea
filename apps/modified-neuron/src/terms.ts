import { bp1Neuron, bp2Neuron, sigmoid, type ElementwiseActivation, type Gradient, type Network } from 'nabla'
import { layerOf } from './layerOf.js'

/** The neuron that has f in the place of σ. */
export interface Modified {
  readonly layer: number
  readonly neuron: number
  readonly f: ElementwiseActivation
}

/** The error of one neuron by BP1 or BP2, and what it is made of. */
export interface Term {
  readonly equation: 'BP1' | 'BP2'
  readonly layer: number
  readonly neuron: number
  readonly modified: boolean
  /** ∂C/∂a^L_j in BP1, Σ_k w^(l+1)_kj δ^(l+1)_k in BP2: no activation is in it. */
  readonly arriving: number
  /** σ′(z^l_j), or f′(z^l_j) at the modified neuron. */
  readonly derivative: number
  /** δ^l_j by the equation, written out here. */
  readonly byEquation: number
  /** δ^l_j by the engine. */
  readonly byEngine: number
}

/**
 * BP1 and BP2 neuron by neuron, for one sample and the quadratic cost: σ′ everywhere but at the modified neuron.
 *
 * Shapes: net after `backprop` on one sample, y: n_L numbers.
 */
export function termsOf(net: Network, y: readonly number[], modified: Modified): Term[] {
  const terms: Term[] = []
  for (let l = net.L; l >= 2; l--) {
    const { z, a, delta } = layerOf(net, l)
    const next = l < net.L ? layerOf(net, l + 1) : undefined
    for (let j = 0; j < z.rows; j++) {
      const isModified = l === modified.layer && j === modified.neuron
      const derivative = (isModified ? modified.f : sigmoid).fPrime(z.get(j, 0), a.get(j, 0))
      const nablaA = a.get(j, 0) - (y[j] ?? NaN)
      const by = (slope: number) =>
        next === undefined ? bp1Neuron(nablaA, slope) : bp2Neuron(next.w, next.delta.column(0), slope, j)
      terms.push({
        equation: next === undefined ? 'BP1' : 'BP2',
        layer: l,
        neuron: j,
        modified: isModified,
        arriving: by(1),
        derivative,
        byEquation: by(derivative),
        byEngine: delta.get(j, 0),
      })
    }
  }
  return terms
}

/**
 * How far the engine's gradient is from BP3, ∂C/∂b = δ, and from BP4, ∂C/∂w = δ aᵀ: neither has an activation in it.
 *
 * Shapes: net and gradient of one sample; returns two numbers.
 */
export function bp3AndBp4Gaps(net: Network, gradient: Gradient): { bp3: number; bp4: number } {
  const gaps = { bp3: 0, bp4: 0 }
  for (let l = 2; l <= net.L; l++) {
    const { delta, input } = layerOf(net, l)
    for (let j = 0; j < delta.rows; j++) {
      gaps.bp3 = Math.max(gaps.bp3, Math.abs((gradient.b[l]?.get(j, 0) ?? NaN) - delta.get(j, 0)))
      for (let k = 0; k < input.rows; k++) {
        gaps.bp4 = Math.max(gaps.bp4, Math.abs((gradient.w[l]?.get(j, k) ?? NaN) - delta.get(j, 0) * input.get(k, 0)))
      }
    }
  }
  return gaps
}
