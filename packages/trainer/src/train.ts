import type { Network } from '@nablajs/backprop'
import { isBetter, isExhausted, testCost } from './best.js'
import { breathe, piecesPerBreath } from './breathe.js'
import type { Epoch, TestedEpoch } from './epoch.js'
import { score } from './evaluate.js'
import { Pause } from './pause.js'
import { Stopwatch, type Progress } from './progress.js'
import { Run } from './run.js'
import { isStream, requireFiniteSamples, type Samples, type SampleStream } from './samples.js'
import type { TrainOptions } from './trainOptions.js'
import type { TrainState } from './trainState.js'

/** A training under way: an async iterable of epochs, which can be asked for its state at any time between steps. */
export interface Training<E extends Epoch = Epoch> extends AsyncIterable<E> {
  /** All that is needed to go on: a copy, plain numbers and arrays. */
  state(): TrainState
  /** The epochs that are over, those before a resume among them. */
  readonly history: readonly Epoch[]
  /** Stops before the next breath until `proceed()`, wherever in an epoch that is; an abort ends it there. */
  pause(): void
  proceed(): void
}

/**
 * Minibatch stochastic gradient descent as an async iterator of epochs: samples in a random order, cut into minibatches, one
 * step each. The event loop gets a turn about every 12 ms. A loop that was left by `break` can be gone on with: the next loop over
 * the same training begins at the next epoch.
 *
 * Shapes: inputs n_1 × size, targets n_L × size, all at once or as a stream of blocks. Throws `OptionError` for an option that cannot be, `ShapeError` and
 * `DataError` for samples that do not fit; the iterator throws `DivergedError` when a number is no longer finite.
 *
 * @example
 * for await (const epoch of train(net, training, { cost: quadratic, epochs: 30, batchSize: 10, learningRate: 3, test }))
 *   console.log(`epoch ${epoch.number}: ${epoch.test.correct} / ${test.size}`)
 */
export function train(net: Network, samples: Samples | SampleStream, options: TrainOptions & { test: Samples | SampleStream }): Training<TestedEpoch>
/** The same without test samples: an epoch then has no `test`. Shapes: as above. */
export function train(net: Network, samples: Samples | SampleStream, options: TrainOptions): Training
/** Both of the above. Shapes: as above. */
export function train(net: Network, samples: Samples | SampleStream, options: TrainOptions): Training {
  const run = new Run(net, samples, options)
  const pause = new Pause()
  const epochs = epochsOf(run, net, samples, options, pause)
  return {
    state: () => run.state(),
    history: run.history,
    pause: () => pause.close(),
    proceed: () => pause.release(),
    [Symbol.asyncIterator]: () => ({ next: () => epochs.next() }),
  }
}

async function* epochsOf(
  run: Run, net: Network, samples: Samples | SampleStream, options: TrainOptions, pause: Pause,
): AsyncGenerator<Epoch, void, void> {
  const { epochs, signal, test, earlyStopping, onEpoch } = options
  const { patience = 10, restoreBest = true } = earlyStopping ?? {}
  const stopwatch = new Stopwatch()
  if (!isStream(samples)) await requireFiniteSamples('train', samples, options.cost)
  if (test && !isStream(test)) await requireFiniteSamples('train, test', test, options.cost)
  while (run.epoch <= epochs && !(earlyStopping && isExhausted(run.epoch - 1, run.best, patience))) {
    signal?.throwIfAborted()
    const seconds = await runEpoch(run, options, pause, stopwatch)
    const epoch = await summedUp(run, net, samples, options, seconds)
    await keepBest(run, epoch, options)
    run.nextEpoch(epoch)
    await onEpoch?.(epoch)
    yield epoch
  }
  if (earlyStopping && restoreBest) run.restoreBest()
}

async function summedUp(run: Run, net: Network, samples: Samples | SampleStream, options: TrainOptions, seconds: number): Promise<Epoch> {
  const { test, evaluateTraining = false } = options
  const { number, meanCost, accuracy, seen } = run.sums()
  return {
    number,
    cost: meanCost,
    ...(accuracy === undefined ? {} : { accuracy }),
    samplesPerSecond: seen / Math.max(seconds, 1e-9),
    ...(evaluateTraining ? { training: await score('train', net, samples, options) } : {}),
    ...(test ? { test: await score('train, test', net, test, options) } : {}),
  }
}

async function keepBest(run: Run, epoch: Epoch, { watch = testCost, earlyStopping, onBest }: TrainOptions): Promise<void> {
  if (earlyStopping === undefined && onBest === undefined) return
  const value = watch(epoch)
  if (!isBetter(value, run.best, earlyStopping?.minDelta ?? 0)) return
  const best = run.keepBest(value)
  await onBest?.(best)
}

/** Steps until the epoch is over, in breaths. Returns the seconds that the steps took. */
async function runEpoch(run: Run, { epochs, signal, onProgress }: TrainOptions, pause: Pause, stopwatch: Stopwatch): Promise<number> {
  let ms = 0
  let pieces = 1
  while (!run.epochIsOver) {
    if (run.waits) await run.fetch()
    const from = run.position
    const started = performance.now()
    const done = run.steps(pieces, signal)
    const took = performance.now() - started
    ms += took
    stopwatch.count(run.position - from)
    onProgress?.(progressOf(run, epochs, stopwatch))
    signal?.throwIfAborted()
    pieces = piecesPerBreath(done, took)
    if (pause.shut) {
      stopwatch.stop()
      await pause.passed(signal)
      stopwatch.start()
    }
    if (run.epochIsOver) break
    await breathe()
    signal?.throwIfAborted()
  }
  return ms / 1000
}

function progressOf({ epoch, position, step, size }: Run, epochs: number, stopwatch: Stopwatch): Progress {
  const samplesPerSecond = stopwatch.samplesPerSecond()
  const left = size === 0 ? NaN : (epochs - epoch) * size + size - position
  return { epoch, epochs, done: position, size, step, samplesPerSecond, secondsLeft: left / Math.max(samplesPerSecond, 1e-9) }
}
