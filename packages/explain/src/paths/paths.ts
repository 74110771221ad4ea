import { requireNetwork, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { OptionError, type Floats, type Matrix } from '@nablajs/linalg'
import { costSlope } from '../costSlope.js'
import { mixes } from '../mixes.js'
import { oneSample } from '../oneSample.js'
import { requirePositive } from '../requirePositive.js'
import { countPaths } from './countPaths.js'
import { firstRates } from './firstRates.js'
import { rates } from './rates.js'
import { requireWeight, type Weight } from './weight.js'

/** Which paths are wanted. */
export interface PathsOptions {
  /** Where they begin. */
  weight: Weight
  /** The most paths that are walked; 100,000 unless said. */
  limit?: number
}

/** One path from a weight to the cost. */
export interface Path {
  /** The neuron of each layer l … L that it passes, counted from 0. */
  readonly neurons: readonly number[]
  /** ∂a^l/∂w^l_jk, then the rate of each edge, and last ∂C/∂a^L: one more than there are neurons. */
  readonly factors: readonly number[]
  /** Their product. */
  readonly product: number
}

/** ∂C/∂w^l_jk as a sum over paths. */
export interface Paths {
  readonly weight: Weight
  readonly count: number
  /** Σ of the products, which is ∂C/∂w^l_jk. */
  readonly sum: number
  /** All paths, the strongest first. */
  readonly paths: readonly Path[]
  /** How many multiplications it took to walk each path by itself. */
  readonly multiplications: number
}

const LIMIT = 100_000

/**
 * Every path from a weight to the cost with its rate factors. Along one path ΔC ≈ (∂C/∂a^L_m)(∂a^L_m/∂a^(L−1)_n) … (∂a^(l+1)_q/∂a^l_j)(∂a^l_j/∂w^l_jk)
 * Δw^l_jk (51), and ∂C/∂w^l_jk is the sum of these products over all paths (53). Where neurons mix an edge's rate is that of the whole layer's Jacobian,
 * and paths begin at every neuron of a layer l whose neurons mix.
 *
 * Shapes: x: n_1 numbers, y: n_L numbers, one sample. Computed in float64, whatever the network's type. Throws as `backprop` does, `OptionError` for a
 * weight that is not there, and for more paths than `limit`, with their count in `got`.
 *
 * @equation (51)
 * @equation (53)
 */
export function paths(net: Network, cost: Cost, x: SampleMatrix, y: SampleMatrix, { weight, limit = LIMIT }: PathsOptions): Paths {
  requireNetwork('paths', net)
  requireWeight('paths', net, weight)
  requirePositive('paths', 'limit', limit, `Leave it out for ${LIMIT}.`)
  const count = countPaths(net, weight)
  if (count > limit) throw tooMany(count, limit)

  const found = oneSample('paths', net, cost, x, y)
  const { layer: l } = weight
  const { L } = found.net
  const edges: Matrix[] = []
  for (let next = l + 1; next <= L; next++) edges[next] = rates(found, next)
  const first = firstRates(found, weight)
  const starts = mixes(found.net.activation[l], first.length) ? Array.from(first.keys()) : [weight.j]
  const all = starts.flatMap((q) => walk({ l, L, edges, last: costSlope(found, cost, L) }, q, [q], [first[q]]))

  all.sort((p, q) => Math.abs(q.product) - Math.abs(p.product))
  const sum = all.reduceRight((total, { product }) => total + product, 0) // The weakest first, so that they are not lost.
  return { weight: { ...weight }, count, sum, paths: all, multiplications: count * (L - l + 1) }
}

interface Edges {
  readonly l: number
  readonly L: number
  readonly edges: readonly Matrix[]
  /** ∂C/∂a^L. */
  readonly last: Floats
}

/** All ways on from neuron q, the last of `neurons`. */
function walk(edges: Edges, q: number, neurons: readonly number[], factors: readonly number[]): Path[] {
  const next = edges.l + neurons.length
  if (next > edges.L) {
    const whole = [...factors, edges.last[q]]
    return [{ neurons, factors: whole, product: whole.reduce((product, factor) => product * factor, 1) }]
  }
  const rates = edges.edges[next]
  return Array.from({ length: rates.rows }, (_, p) => walk(edges, p, [...neurons, p], [...factors, rates.get(p, q)])).flat()
}

function tooMany(count: number, limit: number): OptionError {
  return new OptionError({
    option: 'limit',
    where: 'paths, weight',
    expected: `at most ${limit} paths, which is the limit`,
    got: `${count}`,
    fix: 'Take a later layer or a smaller network, or raise { limit }; pathsByDynamicProgramming gives the sum whatever their number.',
  })
}
