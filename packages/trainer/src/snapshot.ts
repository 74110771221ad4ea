import type { Floats } from '@nablajs/linalg'
import type { Window } from './window.js'

/**
 * A copy of a run's arrays (parameters, the optimizer's vectors, the sums of the epoch) at a step whose cost was finite, in
 * memory that is taken once.
 *
 * Shapes: arrays of any length.
 */
export class Snapshot {
  taken = false
  epoch = 0
  step = 0
  position = 0
  /** The stream of draws as it was when that epoch began: the order of its samples follows from it. */
  draws: readonly number[] = []
  /** Where its samples are. */
  window: Window | undefined
  private readonly live: readonly Floats[]
  private readonly kept: readonly Floats[]

  constructor(live: readonly Floats[]) {
    this.live = live
    this.kept = live.map((array) => array.slice())
  }

  take(epoch: number, step: number, position: number, draws: readonly number[], window: Window | undefined): void {
    for (let i = 0; i < this.live.length; i++) this.kept[i].set(this.live[i])
    this.taken = true
    this.epoch = epoch
    this.step = step
    this.position = position
    this.draws = draws
    this.window = window
  }

  restore(): void {
    for (let i = 0; i < this.live.length; i++) this.live[i].set(this.kept[i])
  }
}
