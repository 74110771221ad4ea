/** Where training stands, told about every 12 ms. */
export interface Progress {
  /** The epoch under way, from 1, and how many there are to be. */
  readonly epoch: number
  readonly epochs: number
  /** Samples of this epoch that are done, and how many it has; 0 where a stream does not say. */
  readonly done: number
  readonly size: number
  /** Steps since the beginning. */
  readonly step: number
  /** Of this run so far, pauses left out and evaluations not. */
  readonly samplesPerSecond: number
  /** Until the last epoch is over, at that speed; NaN where a stream does not say its size. */
  readonly secondsLeft: number
}

/**
 * Measures the speed of one run, from its first step.
 *
 * Shapes: none.
 */
export class Stopwatch {
  private ms = 0
  private since = performance.now()
  private running = true
  private samples = 0

  count(samples: number): void {
    this.samples += samples
  }

  stop(): void {
    if (this.running) this.ms += performance.now() - this.since
    this.running = false
  }

  start(): void {
    if (!this.running) this.since = performance.now()
    this.running = true
  }

  samplesPerSecond(): number {
    const ms = this.ms + (this.running ? performance.now() - this.since : 0)
    return this.samples / Math.max(ms / 1000, 1e-9)
  }
}
