import type { Network } from '@nablajs/backprop'
import type { TrainState } from '@nablajs/trainer'
import type { Checkpoint } from './checkpoint.js'

/** What a checkpoint says beside the state and the network. */
export interface CheckpointOfOptions extends Pick<Checkpoint, 'preprocessing' | 'options'> {
  /** The cost that is trained with; its name is kept. */
  readonly cost: { readonly name: string }
}

/**
 * A checkpoint of a network in training: `checkpointOf(net, training.state(), { cost })`.
 *
 * Shapes: activations: L − 1 names, of layers 2 … L.
 */
export function checkpointOf(net: Network, state: TrainState, { cost, ...rest }: CheckpointOfOptions): Checkpoint {
  return { state, activations: activationNames(net), cost: cost.name, ...rest }
}

/**
 * The names of a network's activations, which are those of its layers 2 … L.
 *
 * Shapes: L − 1 names.
 */
export function activationNames({ L, activation }: Network): string[] {
  return Array.from({ length: L - 1 }, (_, i) => activation[i + 2]?.name ?? '')
}
