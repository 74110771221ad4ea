import type { Cost } from '@nablajs/costs'
import type { BestEpoch, EarlyStopping } from './best.js'
import type { Epoch } from './epoch.js'
import type { Metrics } from './metrics/metric.js'
import type { Optimizer } from './optimizer.js'
import type { Progress } from './progress.js'
import type { Samples, SampleStream } from './samples.js'
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
  test?: Samples | SampleStream
  /** Evaluates on the training samples as well, after each epoch. */
  evaluateTraining?: boolean
  /** What else to measure at each evaluation, by name: `{ top5: topK(5) }`. */
  metrics?: Metrics
  /** What tells a better epoch from a worse: the lower the better; `test.cost`, or `cost` without test samples, unless said. */
  watch?: (epoch: Epoch) => number
  /** Ends training where nothing gets better; `{}` for ten epochs of patience. */
  earlyStopping?: EarlyStopping
  /** Ends training: the current step finishes and the iterator throws the signal's reason. */
  signal?: AbortSignal
  /** Called after each step. */
  onStep?: (report: StepReport) => void
  /** Called after each epoch, before the iterator yields it; a promise is waited for. */
  onEpoch?: (epoch: Epoch) => void | Promise<void>
  /** Called after an epoch that is better than all before it; a promise is waited for. */
  onBest?: (best: BestEpoch) => void | Promise<void>
  /** Called about every 12 ms while an epoch is under way, and at its end. */
  onProgress?: (progress: Progress) => void
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
