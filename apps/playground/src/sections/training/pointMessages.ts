import type { LabelledSamples, Samples } from '@nablajs/data'
import type { ActivationName, CostName, DataName } from '../../engine/names.js'
import type * as training from '../../training/messages.js'

/** What a training on points, or on a table of the reader, is begun with. */
export interface Settings extends training.Settings {
  readonly data: DataName | TableSamples
  readonly hidden: readonly number[]
  /** Of the hidden layers; the output is σ, so that both costs fit it, or linear where the targets are numbers. */
  readonly activation: ActivationName
  readonly cost: CostName
}

/** Samples from a table. Targets are one-hot where there are labels, and standardised numbers where there are none. */
export type TableSamples = Samples | LabelledSamples

/** How training stands. */
export interface Report extends training.Report {
  /** The share of samples that were right, 0 … 1; NaN where targets are numbers. */
  readonly accuracy: number
  /** The outputs over the plane: n_L numbers for each point of the grid, row after row from the top; empty where the samples lie in no plane. */
  readonly plane: Float32Array
}
