import type { Network } from '@nablajs/backprop'
import { requireIndex } from '../requireIndex.js'

/** The weight w^l_jk from neuron k of layer l − 1 to neuron j of layer l. */
export interface Weight {
  /** l = 2 … L. */
  readonly layer: number
  /** Neuron of layer l, counted from 0. */
  readonly j: number
  /** Neuron of layer l − 1, counted from 0. */
  readonly k: number
}

/**
 * Throws `OptionError` for a weight that the network has not.
 *
 * Shapes: none.
 */
export function requireWeight(operation: string, { L, sizes }: Network, weight: Weight): void {
  const { layer, j, k } = weight
  requireIndex(operation, 'weight.layer', layer, 2, L)
  requireIndex(operation, 'weight.j', j, 0, sizes[layer - 1] - 1)
  requireIndex(operation, 'weight.k', k, 0, sizes[layer - 2] - 1)
}
