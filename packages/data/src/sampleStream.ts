import type { Samples } from './samples.js'

/**
 * Samples that need not be in memory at once: blocks of them, one after another. Each loop over it begins anew, at the first
 * sample; a block is the caller's to keep.
 */
export interface SampleStream extends AsyncIterable<Samples> {
  /** The count of samples, where it is known before they are read. */
  readonly size?: number
  /** The samples of an epoch, counted from 1, where its order is not that of the others. */
  epoch?(number: number): AsyncIterable<Samples>
  /** The numbers of an input. */
  readonly inputsRows: number
  /** The numbers of a target. */
  readonly targetsRows: number
}
