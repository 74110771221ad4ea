import type { Evaluation } from './evaluate.js'

/** What an epoch came to. */
export interface Epoch {
  /** From 1. */
  readonly number: number
  /** The mean over the epoch's minibatches of the cost, each as it was before its step. */
  readonly cost: number
  /** The share of correct samples, seen in the same way; absent where nothing says what correct means. */
  readonly accuracy?: number
  /** Training alone, without evaluation. */
  readonly samplesPerSecond: number
  /** On the training samples after the epoch, where asked for. */
  readonly training?: Evaluation
  /** On the test samples after the epoch, where given. */
  readonly test?: Evaluation
}

/** An epoch of a training that was given test samples. */
export interface TestedEpoch extends Epoch {
  readonly test: Evaluation
}
