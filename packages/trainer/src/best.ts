import type { Floats } from '@nablajs/linalg'
import type { Epoch } from './epoch.js'

/** The best epoch so far, and the parameters that it ended with. */
export interface BestEpoch {
  readonly epoch: number
  /** What was watched: the lower the better. */
  readonly value: number
  readonly parameters: Floats
}

/** When to stop because nothing gets better. */
export interface EarlyStopping {
  /** Epochs without a better one before training ends; 10 unless said. */
  patience?: number
  /** By how much a value must be lower to be better; 0 unless said. */
  minDelta?: number
  /** Leaves the network with the parameters of its best epoch, however training ends; so unless said. */
  restoreBest?: boolean
}

/**
 * What is watched unless said: the cost on the test samples, and without them that of training.
 *
 * Shapes: scalar.
 */
export function testCost({ test, cost }: Epoch): number {
  return test?.cost ?? cost
}

/**
 * Whether an epoch is better than the best before it. NaN never is.
 *
 * Shapes: scalar.
 */
export function isBetter(value: number, best: BestEpoch | undefined, minDelta: number): boolean {
  return best === undefined ? !Number.isNaN(value) : value < best.value - minDelta
}

/**
 * Whether so many epochs have gone by without a better one that training ends. Before any epoch that could be compared it does not.
 *
 * Shapes: scalar.
 */
export function isExhausted(done: number, best: BestEpoch | undefined, patience: number): boolean {
  return best !== undefined && done - best.epoch >= patience
}
