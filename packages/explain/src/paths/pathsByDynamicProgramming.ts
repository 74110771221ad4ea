import { requireNetwork, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { dot, fromColumns, matmul } from '@nablajs/linalg'
import { costSlope } from '../costSlope.js'
import { mixes } from '../mixes.js'
import { oneSample } from '../oneSample.js'
import { firstRates } from './firstRates.js'
import { rates } from './rates.js'
import { requireWeight, type Weight } from './weight.js'

/** The sum over paths, organised: what all paths from each neuron on add up to. */
export interface PathSums {
  readonly weight: Weight
  /** ∂C/∂w^l_jk. */
  readonly sum: number
  /** For each layer from L back to l: Σ over all paths from each of its neurons to the cost, which is ∂C/∂a of that neuron. */
  readonly layers: readonly { readonly layer: number; readonly sums: readonly number[] }[]
  /** How many multiplications it took. */
  readonly multiplications: number
}

/**
 * The same sum with every shared end of paths added up once: from the output back, Σ over the paths from neuron j is Σ_q (∂a^(l+1)_q/∂a^l_j) times the sum from
 * q. That sum is ∂C/∂a^l_j, so this is BP2 with σ′ on its other side: backpropagation is the sum over paths, organised.
 *
 * Shapes: x: n_1 numbers, y: n_L numbers, one sample. Computed in float64. Throws as `paths` does, for any number of paths.
 */
export function pathsByDynamicProgramming(net: Network, cost: Cost, x: SampleMatrix, y: SampleMatrix, { weight }: { weight: Weight }): PathSums {
  requireNetwork('pathsByDynamicProgramming', net)
  requireWeight('pathsByDynamicProgramming', net, weight)
  const found = oneSample('pathsByDynamicProgramming', net, cost, x, y)
  const { L, sizes, activation } = found.net
  const { layer: l } = weight
  let sums = fromColumns([costSlope(found, cost, L)], { dtype: 'float64' })
  const layers = [{ layer: L, sums: Array.from(sums.data) }]
  let multiplications = mixes(activation[l], sizes[l - 1]) ? sizes[l - 1] : 1
  for (let next = L; next > l; next--) {
    sums = matmul(rates(found, next).T, sums)
    layers.push({ layer: next - 1, sums: Array.from(sums.data) })
    multiplications += sizes[next - 1] * sizes[next - 2]
  }
  const first = fromColumns([firstRates(found, weight)], { dtype: 'float64' })
  return { weight: { ...weight }, sum: dot(first, sums), layers, multiplications }
}
