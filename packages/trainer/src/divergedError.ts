import type { NonFinite } from '@nablajs/backprop'
import { NablaError } from '@nablajs/linalg'

/**
 * Training met a number that is not finite. The network holds the last parameters whose cost was finite.
 *
 * Shapes: layers from 1, neurons, samples and steps: `sample` is the index in the training set, `step` counts from 1.
 */
export class DivergedError extends NablaError {
  readonly step: number
  readonly epoch: number
  readonly layer: number
  readonly neuron: number
  readonly sample: number
  /** Where it first shows: the weighted input z, the activation a, the error delta, or the cost itself. */
  readonly quantity: NonFinite['quantity'] | 'cost'

  constructor(at: { step: number; epoch: number; layer: number; neuron: number; sample: number; quantity: NonFinite['quantity'] | 'cost'; value: number }) {
    super('DivergedError', {
      where: `train, epoch ${at.epoch}, step ${at.step}, layer ${at.layer}, neuron ${at.neuron}, sample ${at.sample}`,
      expected: `a finite ${at.quantity}`,
      got: String(at.value),
      fix: 'Use a smaller learning rate, scale the inputs, or mend the plugin; the network is back at its last good parameters.',
    })
    this.step = at.step
    this.epoch = at.epoch
    this.layer = at.layer
    this.neuron = at.neuron
    this.sample = at.sample
    this.quantity = at.quantity
  }
}
