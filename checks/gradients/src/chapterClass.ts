import type { ElementwiseActivation } from '@nablajs/activations'
import type { Cost } from '@nablajs/costs'
import { at } from './oracle/at.js'
import type { LayerGradient } from './oracle/problem.js'

/** One layer as the chapter's class holds it: `w[j][k]`, `b[j]`, and each neuron's σ, or softmax over all of them. */
export interface ChapterLayer {
  readonly w: readonly (readonly number[])[]
  readonly b: readonly number[]
  readonly sigma: readonly ElementwiseActivation[] | 'softmax'
}

type Column = readonly number[]

/**
 * The chapter's class in the naive loops of its equations by component: one sample, one neuron, one weight at a time. Nothing
 * here is fast, shared with the engine, or a matrix.
 *
 * Layers are counted 0 … here, the first being the chapter's layer 2.
 */
export class ChapterClass {
  readonly layers: readonly ChapterLayer[]
  readonly cost: Cost

  constructor(layers: readonly ChapterLayer[], cost: Cost) {
    this.layers = layers
    this.cost = cost
  }

  /** The mean over a minibatch of ω_i times the gradient of C_x. */
  gradient(inputs: readonly Column[], targets: readonly Column[], weights?: Column): LayerGradient[] {
    const m = inputs.length
    const sum = this.layers.map(({ w, b }) => ({ w: w.map((row) => row.map(() => 0)), b: b.map(() => 0) }))
    inputs.forEach((x, i) => {
      const omega = weights ? at(weights, i) : 1
      this.backprop(x, at(targets, i)).forEach(({ w, b }, l) => {
        const total = at(sum, l)
        w.forEach((row, j) => row.forEach((slope, k) => (at(total.w, j)[k] = at(at(total.w, j), k) + (omega * slope) / m)))
        b.forEach((slope, j) => (total.b[j] = at(total.b, j) + (omega * slope) / m))
      })
    })
    return sum
  }

  /** The five steps on one sample. */
  backprop(x: Column, y: Column): LayerGradient[] {
    // 1. Input, 2. feedforward.
    const a: Column[] = [x]
    const z: Column[] = []
    for (const layer of this.layers) {
      const below = at(a, a.length - 1)
      const weighted = layer.b.map((_, j) => weightedInput(layer, below, j))
      z.push(weighted)
      a.push(layer.b.map((_, j) => activation(layer, weighted, j)))
    }

    // 3. Output error, 4. backpropagate the error.
    const last = this.layers.length - 1
    const delta: Column[] = []
    for (let l = last; l >= 0; l--) {
      const layer = at(this.layers, l)
      const g = l === last ? this.costGradient(at(a, l + 1), y) : errorBehind(at(this.layers, l + 1), at(delta, l + 1))
      delta[l] = layer.b.map((_, j) => {
        let sum = 0
        for (let k = 0; k < g.length; k++) sum += at(g, k) * slope(layer, at(z, l), at(a, l + 1), k, j)
        return sum
      })
    }

    // 5. Output: BP3 and BP4.
    return this.layers.map(({ w, b }, l) => ({
      w: w.map((row, j) => row.map((_, k) => at(at(a, l), k) * at(at(delta, l), j))),
      b: b.map((_, j) => at(at(delta, l), j)),
    }))
  }

  /** ∂C/∂a_k of BP1, from the plugin. */
  private costGradient(a: Column, y: Column): Column {
    return Array.from(this.cost.gradient(Float64Array.from(a), Float64Array.from(y), new Float64Array(a.length)))
  }
}

/** z_j = Σ_k w_jk a_k + b_j, the argument of (23). */
function weightedInput({ w, b }: ChapterLayer, a: Column, j: number): number {
  let z = 0
  for (let k = 0; k < a.length; k++) z += at(at(w, j), k) * at(a, k)
  return z + at(b, j)
}

/** a_j = σ(z_j), (23). */
function activation({ sigma }: ChapterLayer, z: Column, j: number): number {
  if (sigma !== 'softmax') return at(sigma, j).f(at(z, j))
  let below = 0
  for (const zk of z) below += Math.exp(zk - at(z, j))
  return 1 / below
}

/** ∂a_k/∂z_j: σ′(z_j) where k = j and 0 elsewhere, but for softmax a_k (δ_kj − a_j). */
function slope({ sigma }: ChapterLayer, z: Column, a: Column, k: number, j: number): number {
  if (sigma === 'softmax') return at(a, k) * ((k === j ? 1 : 0) - at(a, j))
  return k === j ? at(sigma, j).fPrime(at(z, j), at(a, j)) : 0
}

/** Σ_j w_jk δ_j of BP2, the error that reaches neuron k of the layer below. */
function errorBehind({ w }: ChapterLayer, delta: Column): Column {
  return at(w, 0).map((_, k) => {
    let sum = 0
    for (let j = 0; j < delta.length; j++) sum += at(at(w, j), k) * at(delta, j)
    return sum
  })
}
