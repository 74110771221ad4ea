import { defineActivation, type ElementwiseActivation } from '@nablajs/activations'
import { feedforward } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { trace } from '@nablajs/explain'
import { matmul, zeros } from '@nablajs/linalg'
import { activations } from '../../engine/names.js'
import { networkOf } from '../../engine/networkOf.js'
import type { ExerciseInput } from './modifiedNeuron.js'

/** The rows of a matrix. */
export type Rows = readonly (readonly number[])[]

/** The reader's network with σ mixed with z. */
export interface LinearNetwork {
  /** What each input alone does to each output: column k is N(x + e_k) − N(x). */
  readonly effect: Rows
  /** w^L … w^2. */
  readonly product: Rows
  /** The largest entry of their difference. */
  readonly difference: number
  /** How far BP2 is from δ^l = (w^(l+1))ᵀ δ^(l+1), layer by layer from L − 1 to 2: the largest entry of the difference. */
  readonly errorGaps: readonly { readonly layer: number; readonly gap: number }[]
}

/** (1 − t) σ(z) + t z: at t = 1 it is z, and its slope 1. */
export function blend(base: ElementwiseActivation, share: number): ElementwiseActivation {
  return defineActivation({
    name: 'blend',
    f: (z) => (1 - share) * base.f(z) + share * z,
    fPrime: (z) => (1 - share) * base.fPrime(z, base.f(z)) + share,
  })
}

/** The reader's network with neurons that are linear to a share. */
export function linearNetwork(input: ExerciseInput, share: number): LinearNetwork {
  const activation = blend(activations[input.activation], share)
  const net = networkOf(input, () => activation)
  const at = (x: readonly number[]) => Array.from(feedforward(net, x).data)
  const here = at(input.x)
  const columns = input.x.map((_, k) => at(input.x.map((value, i) => (i === k ? value + 1 : value))).map((value, j) => value - (here[j] ?? NaN)))
  const effect = here.map((_, j) => columns.map((column) => column[j] ?? NaN))
  const [first, ...others] = net.w.slice(2)
  if (first === undefined) throw new RangeError('a network without weights')
  const product = others.reduce((so, w) => matmul(w, so, zeros(w.rows, so.cols, { dtype: 'float64' })), first).toRows()
  const errorGaps = trace(net, quadratic, [...input.x], [...input.y], { learningRate: 1 }).steps.flatMap(({ equation, layer, operands, result }) => {
    const pulled = operands.find(({ kind }) => kind === 'pulled')
    return equation === 'BP2' && pulled ? [{ layer, gap: largestGap(pulled.matrix, result.matrix) }] : []
  })
  net.close()
  return { effect, product, difference: largestGap(effect, product), errorGaps }
}

function largestGap(p: Rows, q: Rows): number {
  return Math.max(...p.flatMap((row, j) => row.map((value, k) => Math.abs(value - (q[j]?.[k] ?? NaN)))))
}
