import { affine, type Matrix } from '@nablajs/linalg'
import type { Batch } from './arena.js'
import type { Network } from './network.js'
import { outputFor } from './outputFor.js'
import { requireFinite } from './requireFinite.js'
import { columnsOf, inputBatch, requireFiniteInputBy, type SampleMatrix } from './sampleMatrix.js'

/**
 * Steps 1 and 2 for a minibatch that lies in the arena: z^l = w^l a^(l−1) + b^l, a^l = σ(z^l), keeping both.
 *
 * Shapes: a^l and z^l n_l × m, overwritten for l = 2 … L.
 *
 * @equation (25)
 */
export function forward({ L, w, b, activation }: Network, { a, z }: Batch): void {
  for (let l = 2; l <= L; l++) {
    affine(w[l], a[l - 1], b[l], z[l])
    activation[l].apply(z[l], a[l])
  }
}

/**
 * The network's output, a^L, for one sample or a batch of any size.
 *
 * Shapes: X: n_1 × m, or n_1 numbers as one sample; out: n_L × m, made where it is not given. Throws `ShapeError` for
 * samples of another length or another `out`, `DataError` for an input that is not finite, `PluginError` for an activation
 * that returns NaN, `OptionError` for what is no network.
 */
export function feedforward(net: Network, X: SampleMatrix, out?: Matrix): Matrix {
  const { cols } = columnsOf('feedforward', 'X', X, net, 1)
  const result = outputFor('feedforward', net, cols, out)
  for (let from = 0; from < cols; from += net.maxBatch) {
    const batch = inputBatch(net, X, from, Math.min(net.maxBatch, cols - from))
    forward(net, batch)
    requireFiniteInputBy(batch.z[2], 'feedforward', 'X', X, from, batch.a[1])
    requireFinite('feedforward', net, batch, from)
    result.data.set(batch.a[net.L].data, from * result.rows)
  }
  return result
}
