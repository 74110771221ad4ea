import type { CostName } from '../../engine/names.js'
import type * as training from '../../training/messages.js'

/** What a training on digits is begun with. */
export interface Settings extends training.Settings {
  /** n_2 of [784, n_2, 10]. */
  readonly hidden: number
  readonly cost: CostName
}

/** How training stands. */
export interface Report extends training.Report {
  /** What the last evaluation on the test digits came to, where there was one since the report before. */
  readonly tested: Tested | undefined
}

/** What the network made of the test digits. */
export interface Tested {
  /** Epochs that were over then. */
  readonly epoch: number
  readonly size: number
  /** The share that was read right, 0 … 1. */
  readonly accuracy: number
  /** How many were misread. */
  readonly misread: number
  /** Those with the largest C_x, the largest first; undefined where a reader still looks at those of a moment ago. */
  readonly worst: readonly MisreadDigit[] | undefined
}

/** A test digit that was taken for another. */
export interface MisreadDigit extends Misreading {
  /** 28 × 28 bytes, row after row, 0 is background. */
  readonly image: Uint8Array
}

/** Which sample was misread, and as what. */
export interface Misreading {
  readonly sample: number
  readonly label: number
  readonly answer: number
  /** C_x. */
  readonly cost: number
}
