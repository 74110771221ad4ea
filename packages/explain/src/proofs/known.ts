import type { Cost } from '@nablajs/costs'
import { costSlope } from '../costSlope.js'
import type { Experiment } from '../experiment.js'
import { mixes } from '../mixes.js'
import { slopes } from '../slopes.js'
import { changeOf, type Change } from './change.js'
import { derivativeOf } from './derivativeOf.js'

/** What the proofs take from the engine, copied before anything is changed, and the derivatives that they check it against. */
export interface Known {
  readonly L: number
  readonly sizes: readonly number[]
  readonly w: readonly (readonly (readonly number[])[])[]
  readonly b: readonly (readonly number[])[]
  readonly z: readonly (readonly number[])[]
  readonly a: readonly (readonly number[])[]
  /** δ^l by the engine. */
  readonly delta: readonly (readonly number[])[]
  readonly nablaA: readonly number[]
  /** σ′(z^l), or the diagonal of the Jacobian where neurons mix. */
  readonly sigmaPrime: readonly (readonly number[])[]
  readonly mixes: readonly boolean[]
  readonly change: Change
  /** ∂C/∂z^l_j by differences. */
  costRate(l: number, j: number): number
}

/**
 * What is known of one sample.
 *
 * Shapes: as in `Network`, each vector a plain list.
 */
export function knownOf(found: Experiment, cost: Cost): Known {
  const { net, batch } = found
  const { L, sizes, w, b, activation } = net
  const [z, a, delta] = [batch.z, batch.a, batch.delta].map((layers) => layers.map((layer) => Array.from(layer.data)))
  const nablaA = Array.from(costSlope(found, cost, L))
  const sigmaPrime: number[][] = []
  for (let l = 2; l <= L; l++) sigmaPrime[l] = Array.from(slopes(activation[l], batch.z[l], batch.a[l]).data)
  const change = changeOf(found, cost)
  return {
    L,
    sizes,
    w: w.map((layer) => layer.toRows()),
    b: b.map((layer) => Array.from(layer.data)),
    z,
    a,
    delta,
    nablaA,
    sigmaPrime,
    mixes: activation.map((plugin, l) => mixes(plugin, sizes[l - 1])),
    change,
    costRate: (l, j) => derivativeOf((to) => [change.costAt(l, j, to)], z[l][j])[0],
  }
}
