import type { Network } from '@nablajs/backprop'
import { inOrder } from '@nablajs/linalg'
import { correctnessOf, type Correctness } from './countCorrect.js'
import { sourcesOf, type Sources } from './gather.js'
import type { Samples } from './samples.js'

/** The samples that steps can be taken on without waiting: all of an epoch, or a part of a stream. */
export interface Window {
  readonly sources: Sources
  /** Which sample comes when, counted within the window. */
  readonly order: Uint32Array
  readonly correctness: Correctness
  readonly weighted: boolean
  /** The places of its first sample in the epoch, and of the first that is no longer in it. */
  readonly first: number
  readonly end: number
  /** Whether the epoch ends with it. */
  readonly last: boolean
}

/**
 * All samples as one window.
 *
 * Shapes: inputs n_1 × size, targets n_L × size.
 */
export function wholeWindow(net: Network, samples: Samples): Window {
  return {
    sources: sourcesOf(net, samples),
    order: inOrder(samples.size),
    correctness: correctnessOf(samples),
    weighted: samples.weights !== undefined,
    first: 0,
    end: samples.size,
    last: true,
  }
}
