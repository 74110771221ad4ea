import type { NonFinite } from '@nablajs/backprop'
import { NablaError } from '@nablajs/linalg'

/** Where it first shows: z, a, δ, a weight, a bias, or the cost itself. */
export type DivergedQuantity = NonFinite['quantity'] | 'w' | 'b' | 'cost'

/** Where and when a number was no longer finite. */
export interface Divergence {
  /** From 1. */
  readonly step: number
  readonly epoch: number
  /** 2 … L. */
  readonly layer: number
  readonly neuron: number
  /** Its index in the training set; for a weight or a bias the first sample of the minibatch. */
  readonly sample: number
  readonly quantity: DivergedQuantity
  readonly value: number
}

/**
 * Training met a number that is not finite. The network holds the last parameters whose cost was finite.
 *
 * Shapes: numbers, as in `Divergence`.
 */
export class DivergedError extends NablaError implements Divergence {
  readonly step: number
  readonly epoch: number
  readonly layer: number
  readonly neuron: number
  readonly sample: number
  readonly quantity: DivergedQuantity
  readonly value: number

  constructor({ step, epoch, layer, neuron, sample, quantity, value }: Divergence) {
    super('DivergedError', {
      where: `train, epoch ${epoch}, step ${step}, layer ${layer}, neuron ${neuron}, sample ${sample}`,
      expected: `a finite ${quantity}`,
      got: String(value),
      fix: 'Use a smaller learning rate, scale the inputs, or mend the plugin; the network is back at its last good parameters.',
    })
    this.step = step
    this.epoch = epoch
    this.layer = layer
    this.neuron = neuron
    this.sample = sample
    this.quantity = quantity
    this.value = value
  }
}
