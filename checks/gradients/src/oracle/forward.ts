import { activate } from './activate.js'
import { at } from './at.js'
import { plus, real, times, type Complex } from './complex.js'
import type { Layer, Problem } from './problem.js'

/** One parameter with an imaginary part: the weight from neuron k to neuron j of a layer, or without k the bias of j. */
export interface Perturbation {
  /** The layer, counted from 0. */
  readonly layer: number
  readonly j: number
  readonly k?: number
  readonly im: number
}

/** z and a of each layer, for one sample. */
export interface Pass {
  readonly z: readonly Complex[]
  readonly a: readonly Complex[]
}

/**
 * z = w a + b and a = σ(z), layer after layer, on one sample.
 *
 * Shapes: x: n_1 numbers; the result has a z and an a of n_l numbers for each layer.
 */
export function forward({ layers }: Pick<Problem, 'layers'>, x: readonly number[], perturbation?: Perturbation): Pass[] {
  const passes: Pass[] = []
  let a: readonly Complex[] = x.map(real)
  layers.forEach((layer, l) => {
    const z = weightedInputs(layer, a, perturbation?.layer === l ? perturbation : undefined)
    a = activate(layer, z)
    passes.push({ z, a })
  })
  return passes
}

function weightedInputs({ w, b }: Layer, a: readonly Complex[], perturbation: Perturbation | undefined): Complex[] {
  return w.map((row, j) => {
    const own = perturbation?.j === j ? perturbation : undefined
    let z: Complex = { re: at(b, j), im: own && own.k === undefined ? own.im : 0 }
    row.forEach((weight, k) => {
      z = plus(z, times({ re: weight, im: own?.k === k ? own.im : 0 }, at(a, k)))
    })
    return z
  })
}
