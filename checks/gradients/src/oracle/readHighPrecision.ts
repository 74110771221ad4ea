import { readFileSync } from 'node:fs'
import type { ElementwiseName, Layer, LayerGradient, Problem } from './problem.js'

/** σ and σ′ at a point. */
export interface ValueAndSlope {
  readonly z: number
  readonly f: number
  readonly fPrime: number
}

/** What `highPrecision.py` wrote. */
export interface HighPrecision {
  readonly activations: Readonly<Record<ElementwiseName, readonly ValueAndSlope[]>>
  readonly networks: readonly { readonly problem: Problem; readonly cost: number; readonly gradient: readonly LayerGradient[] }[]
}

interface Written extends Omit<HighPrecision, 'networks'> {
  networks: {
    problem: Omit<Problem, 'layers'> & { layers: (Omit<Layer, 'own'> & { own: [number, ElementwiseName][] })[] }
    cost: number
    gradient: LayerGradient[]
  }[]
}

/**
 * The reference values, made once by mpmath.
 *
 * Shapes: as the problems in it.
 */
export function readHighPrecision(): HighPrecision {
  const written = JSON.parse(readFileSync(new URL('./highPrecision.json', import.meta.url), 'utf8')) as Written
  return {
    activations: written.activations,
    networks: written.networks.map(({ problem, ...rest }) => ({
      ...rest,
      problem: { ...problem, layers: problem.layers.map((layer) => ({ ...layer, own: new Map(layer.own) })) },
    })),
  }
}
