import type { Cost } from '@nablajs/costs'
import type { Optimizer } from './optimizer.js'
import type { Samples } from './samples.js'
import type { LearningRate } from './schedule.js'
import type { TrainState } from './trainState.js'

/** How to train. */
export interface TrainOptions {
  cost: Cost
  /** How many times all samples are used. */
  epochs: number
  /** Samples in a minibatch; the last one of an epoch may be smaller and divides by its own size. */
  batchSize: number
  /** η: a number or a schedule. */
  learningRate: LearningRate
  /** `sgd()` unless said. */
  optimizer?: Optimizer
  /** Decides the order of the samples; a whole number, 1 unless said. */
  seed?: number
  /** Samples to evaluate on after each epoch. */
  test?: Samples
  /** Evaluates on the training samples as well, after each epoch. */
  evaluateTraining?: boolean
  /** Ends training: the current step finishes and the iterator throws the signal's reason. */
  signal?: AbortSignal
  /** Called after each step. */
  onStep?: (report: StepReport) => void
  /** Goes on from a state, to the same bits as if training had not stopped. */
  resume?: TrainState
}

/** What `onStep` is told. */
export interface StepReport {
  /** Steps done since the beginning, this one included. */
  readonly step: number
  readonly epoch: number
  /** Samples in this minibatch. */
  readonly samples: number
  /** The mean cost of this minibatch before its step. */
  readonly cost: number
  /** η of this step. */
  readonly learningRate: number
}
