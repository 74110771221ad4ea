import { DataError, PluginError, type Matrix } from '@nablajs/linalg'
import type { Batch } from './arena.js'
import { firstThatIsNotFinite } from './firstThatIsNotFinite.js'
import type { Network } from './network.js'

/** The first number that is not finite on the way of a minibatch through the network. */
export interface NonFinite {
  readonly layer: number
  readonly neuron: number
  readonly sample: number
  /**
   * `z`: the weighted input was too large or a parameter is not finite; `a`: the activation made it of a finite z; `delta`: on
   * the way back.
   */
  readonly quantity: 'z' | 'a' | 'delta'
  readonly value: number
}

/**
 * Looks for the first number that is not finite: forward through z and a, then backward through δ.
 *
 * Shapes: z^l, a^l, δ^l: n_l × m. Returns `undefined` where all are finite.
 */
export function firstNonFinite({ L }: Network, { z, a, delta }: Batch, backward = true): NonFinite | undefined {
  for (let l = 2; l <= L; l++) {
    const found = scan(z[l], l, 'z') ?? scan(a[l], l, 'a')
    if (found) return found
  }
  for (let l = L; backward && l >= 2; l--) {
    const found = scan(delta[l], l, 'delta')
    if (found) return found
  }
  return undefined
}

/**
 * Throws where the output is not finite, naming layer, neuron and sample, and the activation if it is to blame. Samples
 * are counted from `from`, which is the place of the first column among all.
 *
 * Shapes: a^L: n_L × m. Throws `PluginError` for an activation that makes NaN or ∞ of a finite z, `DataError` otherwise.
 */
export function requireFinite(operation: string, net: Network, batch: Batch, from = 0): void {
  if (!scan(batch.a[net.L], net.L, 'a')) return
  const found = firstNonFinite(net, batch, false)
  if (found) throw blame(operation, net, batch, found, from)
}

/**
 * The error for a z or a that is not finite.
 *
 * Shapes: z^l: n_l × m.
 */
export function blame(operation: string, net: Network, batch: Batch, found: NonFinite, from = 0): PluginError | DataError {
  const { layer, neuron, quantity, value } = found
  const sample = from + found.sample
  const where = `${operation}, layer ${layer}, neuron ${neuron}, sample ${sample}`
  if (quantity === 'a') {
    const { name } = net.activation[layer]
    const z = batch.z[layer].get(neuron, found.sample)
    return new PluginError({
      plugin: name,
      where: `${where}, activation ${name}`,
      expected: `a finite number for z = ${z}`,
      got: String(value),
      fix: 'Mend the activation at this z; checkActivation finds such places.',
    })
  }
  return new DataError({
    sample,
    where,
    expected: 'a finite weighted input z',
    got: String(value),
    fix: 'Look for a parameter that is not finite, or for weights and inputs whose product overflows; in training, use a smaller learning rate.',
  })
}

function scan({ rows, data }: Matrix, layer: number, quantity: NonFinite['quantity']): NonFinite | undefined {
  const at = firstThatIsNotFinite(data)
  if (at < 0) return undefined
  return { layer, neuron: at % rows, sample: Math.floor(at / rows), quantity, value: data[at] }
}
