import type { Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { train, type Epoch, type Metrics, type Progress, type Samples, type Training } from '@nablajs/trainer'
import type { Pace } from './messages.js'

/** Nobody watches longer, and a forgotten page must not heat a room. */
const MOST_EPOCHS = 20_000
/** Between two looks at the orders that have come: an epoch of few samples is much shorter. */
const BREATH_MS = 12

/** What is trained, and how. */
export interface Plan {
  readonly net: Network
  readonly samples: Samples
  readonly cost: Cost
  readonly seed: number
  readonly pace: Pace
  /** Evaluated after each epoch, with these metrics. */
  readonly test?: Samples
  readonly metrics?: Metrics
}

/** What happens on the way. `epochs` counts those that are over, whatever the pace was. */
export interface Listener {
  /** Some steps are done. */
  stepped?(progress: Progress, epochs: number, training: Training): void
  epochOver(epoch: Epoch, epochs: number): void
}

/** How a training came to its end; `left` is the page's own doing. */
export type Ending = { readonly type: 'ended' | 'diverged'; readonly epoch: number } | { readonly type: 'failed'; readonly message: string } | { readonly type: 'left' }

/** One training: steps as planned, and what the page orders in between. */
export class Session {
  private pace: Pace
  private epochs = 0
  private breathed = performance.now()
  private changed = new AbortController()
  private training: Training | undefined
  private paused = false
  private left = false
  private readonly plan: Plan
  private readonly listener: Listener

  constructor(plan: Plan, listener: Listener) {
    this.plan = plan
    this.pace = plan.pace
    this.listener = listener
  }

  /** Trains until enough epochs are done, a number is no longer finite, or `end`. */
  async run(): Promise<Ending> {
    while (!this.left && this.epochs < MOST_EPOCHS) {
      this.changed = new AbortController()
      try {
        await this.runAtPace()
      } catch (error) {
        if (!this.changed.signal.aborted) return this.endingBy(error)
      }
    }
    return this.left ? { type: 'left' } : { type: 'ended', epoch: this.epochs }
  }

  /** Goes on from the weights as they are: η from the next step, another batch size from a new epoch. */
  setPace(pace: Pace): void {
    const sameBatch = pace.batchSize === this.pace.batchSize
    this.pace = pace
    if (!sameBatch) this.changed.abort()
  }

  /** Holds still between two steps. */
  pause(): void {
    this.paused = true
    this.training?.pause()
  }

  proceed(): void {
    this.paused = false
    this.training?.proceed()
  }

  end(): void {
    this.left = true
    this.changed.abort()
  }

  private async runAtPace(): Promise<void> {
    const { net, samples, cost, seed, test, metrics } = this.plan
    const { signal } = this.changed
    const training: Training = train(net, samples, {
      cost,
      epochs: MOST_EPOCHS - this.epochs,
      batchSize: Math.min(this.pace.batchSize, samples.size),
      learningRate: () => this.pace.learningRate,
      // Another order of the samples than that of the epochs before.
      seed: seed + this.epochs,
      signal,
      onProgress: (progress) => this.listener.stepped?.(progress, this.epochs, training),
      ...(test && { test }),
      ...(metrics && { metrics }),
    })
    this.training = training
    if (this.paused) training.pause()
    for await (const epoch of training) {
      this.epochs++
      this.listener.epochOver(epoch, this.epochs)
      await this.breathe()
      signal.throwIfAborted()
    }
  }

  /** Lets orders come in: an epoch of few steps does not. */
  private async breathe(): Promise<void> {
    if (performance.now() - this.breathed < BREATH_MS) return
    await new Promise((resolve) => setTimeout(resolve, 0))
    this.breathed = performance.now()
  }

  private endingBy(error: unknown): Ending {
    const diverged = error instanceof Error && 'code' in error && error.code === 'DivergedError'
    return diverged ? { type: 'diverged', epoch: this.epochs + 1 } : { type: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
