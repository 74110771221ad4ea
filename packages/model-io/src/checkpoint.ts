import type { TrainState } from '@nablajs/trainer'
import type { Plain } from './plain.js'
import type { Preprocessing } from './preprocessing.js'

/** All that a training needs to go on after its process is gone. */
export interface Checkpoint {
  /** What `training.state()` gives: parameters, optimizer, draws, place in the epoch, history, the best epoch. */
  readonly state: TrainState
  /** The names of the activations of layers 2 … L. */
  readonly activations: readonly string[]
  /** The name of the cost. */
  readonly cost: string
  /** How rows of a table became columns, where they did. */
  readonly preprocessing?: Preprocessing
  /** What else is worth keeping, for whoever goes on: the options of the training for example. */
  readonly options?: Readonly<Record<string, Plain | undefined>>
}
