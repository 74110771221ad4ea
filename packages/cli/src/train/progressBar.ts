import type { Epoch, Progress } from '@nablajs/trainer'
import { SingleBar } from 'cli-progress'
import { counted, type Terminal } from '../terminal/terminal.js'

/** Shows how training goes: a bar that moves on a terminal, and plain lines off one. */
export interface ProgressBar {
  onProgress(progress: Progress): void
  onEpoch(epoch: Epoch): void
  /** Takes the bar away, so that something else can be said. */
  clear(): void
}

/** The bar moves at most so often: drawing must not cost what training could use. */
const REDRAW_MS = 100
/** Off a terminal a line is written at most so often. */
const LINE_MS = 2000

/**
 * A bar on stderr over all epochs, with samples/s, the time left and the last cost.
 *
 * Shapes: none.
 */
export function progressBar(out: Terminal): ProgressBar {
  return out.moves ? moving(out) : lines(out)
}

function moving({ stderr }: Terminal): ProgressBar {
  const bar = new SingleBar({
    format: '{bar} epoch {epoch} of {epochs}  {rate} samples/s  ETA {left}  {cost}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 20,
    clearOnComplete: true,
    // Ctrl-C is the command's: the bar would swallow it.
    gracefulExit: false,
    stream: stderr,
  })
  let drawn = -Infinity
  let cost = ''
  let running = false
  return {
    onProgress({ epoch, epochs, done, size, samplesPerSecond, secondsLeft }) {
      const now = performance.now()
      if (now - drawn < REDRAW_MS) return
      drawn = now
      const payload = { epoch, epochs, rate: counted(samplesPerSecond), left: time(secondsLeft), cost }
      if (!running) bar.start(epochs * size, 0, payload)
      running = true
      bar.update((epoch - 1) * size + done, payload)
    },
    onEpoch(epoch) {
      cost = summary(epoch)
    },
    clear() {
      if (running) bar.stop()
      running = false
    },
  }
}

function lines(out: Terminal): ProgressBar {
  let written = -Infinity
  return {
    onProgress: () => undefined,
    onEpoch(epoch) {
      const now = performance.now()
      if (now - written < LINE_MS && epoch.number !== 1) return
      written = now
      out.note(`epoch ${epoch.number}: ${summary(epoch)}`)
    },
    clear: () => undefined,
  }
}

/**
 * An epoch in a few words.
 *
 * Shapes: text.
 */
export function summary({ cost, test }: Epoch): string {
  const held = test === undefined ? '' : `, held out ${test.cost.toPrecision(3)}`
  const right = test?.accuracy === undefined ? '' : `, ${(100 * test.accuracy).toFixed(1)} % right`
  return `cost ${cost.toPrecision(3)}${held}${right}`
}

/**
 * A time as people say it.
 *
 * Shapes: seconds in, text out.
 */
export function time(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
