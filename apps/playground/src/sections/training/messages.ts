import type { ActivationName, CostName, DataName } from '../../engine/names.js'

/** What a training is begun with. */
export interface Settings extends Pace {
  readonly data: DataName
  readonly hidden: readonly number[]
  /** Of the hidden layers; the output is σ, so that both costs fit it. */
  readonly activation: ActivationName
  readonly cost: CostName
  readonly seed: number
  /** Milliseconds between two reports. */
  readonly reportEvery: number
}

/** What may be changed while it runs. */
export interface Pace {
  readonly learningRate: number
  readonly batchSize: number
}

/** What the page tells the worker. */
export type Order = { readonly type: 'start'; readonly settings: Settings } | { readonly type: 'pace'; readonly pace: Pace } | { readonly type: 'pause' | 'proceed' }

/** How training stands. */
export interface Report {
  readonly type: 'report'
  readonly epoch: number
  /** The mean over the epoch's minibatches, each before its step. */
  readonly cost: number
  /** The share of samples that were right, 0 … 1. */
  readonly accuracy: number
  readonly samplesPerSecond: number
  /** The outputs over the plane: n_L numbers for each point of the grid, row after row from the top. */
  readonly plane: Float32Array
}

/** What the worker tells the page. */
export type News = Report | { readonly type: 'ended' | 'diverged'; readonly epoch: number } | { readonly type: 'failed'; readonly message: string }
