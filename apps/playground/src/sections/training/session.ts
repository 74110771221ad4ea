import { sigmoid } from '@nablajs/activations'
import { feedforward, network, type Network } from '@nablajs/backprop'
import type { LabelledSamples } from '@nablajs/data'
import { fromArray, type Backend, type Matrix } from '@nablajs/linalg'
import { train, type Epoch } from '@nablajs/trainer'
import { activations, costs } from '../../engine/names.js'
import type { News, Pace, Settings } from './messages.js'
import { frameOf, GRID, gridOf, points } from './points.js'

/** Nobody watches longer, and a forgotten page must not heat a room. */
const MOST_EPOCHS = 20_000
/** Between two looks at the orders that have come: an epoch of few samples is much shorter. */
const BREATH_MS = 12

/** One training: steps on the backend that it is given, reports at its pace, and what the page orders in between. */
export class Session {
  private pace: Pace
  private epochs = 0
  private reported = -Infinity
  private epochsReported = 0
  private breathed = performance.now()
  private changed = new AbortController()
  private door: Promise<void> | undefined
  private open: () => void = () => undefined
  private ended = false
  private readonly net: Network
  private readonly samples: LabelledSamples
  private readonly plane: Matrix
  private readonly settings: Settings
  private readonly tell: (news: News) => void

  constructor(backend: Backend, settings: Settings, tell: (news: News) => void) {
    const { data, hidden, activation, seed } = settings
    this.settings = settings
    this.pace = settings
    this.tell = tell
    this.samples = points[data]()
    const output = { neurons: this.samples.targets.rows, activation: sigmoid }
    this.net = network([2, ...hidden, output], { activation: activations[activation], seed, backend })
    this.plane = fromArray(gridOf(frameOf(this.samples)), 2, GRID * GRID)
  }

  /** Trains until enough epochs are done, a number is no longer finite, or `end`. */
  async run(): Promise<void> {
    while (!this.ended && this.epochs < MOST_EPOCHS) {
      this.changed = new AbortController()
      try {
        await this.runAtPace()
      } catch (error) {
        if (!this.changed.signal.aborted) return this.fail(error)
      }
    }
    if (!this.ended) this.tell({ type: 'ended', epoch: this.epochs })
  }

  /** Goes on from the weights as they are: η from the next step, another batch size from a new epoch. */
  setPace(pace: Pace): void {
    const sameBatch = pace.batchSize === this.pace.batchSize
    this.pace = pace
    if (!sameBatch) this.changed.abort()
  }

  pause(): void {
    this.door ??= new Promise((resolve) => (this.open = resolve))
  }

  proceed(): void {
    this.door = undefined
    this.open()
  }

  end(): void {
    this.ended = true
    this.changed.abort()
    this.proceed()
  }

  private async runAtPace(): Promise<void> {
    const { cost, seed } = this.settings
    const training = train(this.net, this.samples, {
      cost: costs[cost],
      epochs: MOST_EPOCHS - this.epochs,
      batchSize: Math.min(this.pace.batchSize, this.samples.size),
      learningRate: () => this.pace.learningRate,
      // Another order of the samples than that of the epochs before.
      seed: seed + this.epochs,
      signal: this.changed.signal,
    })
    for await (const epoch of training) {
      this.epochs++
      this.report(epoch)
      await this.breathe()
      this.changed.signal.throwIfAborted()
    }
  }

  private report({ cost, accuracy = NaN }: Epoch): void {
    const now = performance.now()
    if (now - this.reported < this.settings.reportEvery) return
    // By the clock on the wall, pictures included: an epoch alone is shorter than what a browser's clock can tell.
    const samplesPerSecond = (1000 * this.samples.size * (this.epochs - this.epochsReported)) / (now - this.reported)
    this.reported = now
    this.epochsReported = this.epochs
    const plane = Float32Array.from(feedforward(this.net, this.plane).data)
    this.tell({ type: 'report', epoch: this.epochs, cost, accuracy, samplesPerSecond, plane })
  }

  /** Lets orders come in, and waits while it is paused. */
  private async breathe(): Promise<void> {
    if (performance.now() - this.breathed > BREATH_MS) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      this.breathed = performance.now()
    }
    while (this.door) await this.door
  }

  private fail(error: unknown): void {
    const diverged = error instanceof Error && 'code' in error && error.code === 'DivergedError'
    this.tell(diverged ? { type: 'diverged', epoch: this.epochs + 1 } : { type: 'failed', message: String(error) })
  }
}
