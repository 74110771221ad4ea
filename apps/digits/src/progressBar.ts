import type { StepReport } from '@nablajs/trainer'
import { SingleBar } from 'cli-progress'
import sparkly from 'sparkly'
import { counted } from './terminal.js'

/** A bar for each epoch, drawn as its steps are reported. */
export interface ProgressBar {
  onStep(report: StepReport): void
  /** Takes the bar away, so that a line can be printed. */
  clear(): void
}

/** What there is to do, and what was reached by now. */
export interface Work {
  readonly epochs: number
  /** Digits in an epoch. */
  readonly size: number
  /** The accuracy after each epoch so far; the caller adds to it. */
  readonly accuracy: readonly number[]
}

/** The bar moves at most so often: drawing must not cost what training could use. */
const REDRAW_MS = 100

/** The curve shows so many of the last epochs. */
const CURVE = 12

/**
 * A progress bar with samples/s, the time left and the curve of accuracy so far.
 *
 * Shapes: none. `stream` must be a terminal.
 */
export function progressBar({ epochs, size, accuracy }: Work, stream: NodeJS.WritableStream = process.stdout): ProgressBar {
  const bar = new SingleBar({
    format: 'Epoch {epoch} {bar} {percentage} %  {rate} samples/s  ETA {left} (all {all})  {curve}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 16,
    clearOnComplete: true,
    // Ctrl-C is the app's: the bar would swallow it.
    gracefulExit: false,
    stream,
  })
  let epoch = 0
  let seen = 0
  let begun = 0
  let drawn = 0

  function begin(now: number): void {
    const curve = sparkly(accuracy.slice(-CURVE), { minimum: Math.min(...accuracy), maximum: 1 })
    bar.start(size, 0, { epoch, rate: '…', left: '…', all: '…', curve })
    begun = now
    drawn = now
    seen = 0
  }

  return {
    onStep({ epoch: current, samples }) {
      const now = performance.now()
      if (current !== epoch) {
        epoch = current
        begin(now)
      }
      seen += samples
      if (now - drawn < REDRAW_MS) return
      drawn = now
      const rate = (1000 * seen) / (now - begun)
      const left = (size - seen) / rate
      const all = left + ((epochs - epoch) * size) / rate
      bar.update(seen, { rate: counted(rate), left: time(left), all: time(all) })
    },
    clear: () => {
      bar.stop()
    },
  }
}

function time(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}
