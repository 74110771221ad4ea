import type { Network } from '@nablajs/backprop'
import { breathe, piecesPerBreath } from './breathe.js'
import { score, type Evaluation } from './evaluate.js'
import { Run } from './run.js'
import { requireFiniteSamples, type Samples } from './samples.js'
import type { TrainOptions } from './trainOptions.js'
import type { TrainState } from './trainState.js'

/** What an epoch came to. */
export interface Epoch {
  /** From 1. */
  readonly number: number
  /** The mean over the epoch's minibatches of the cost, each as it was before its step. */
  readonly cost: number
  /** The share of correct samples, seen in the same way; absent where nothing says what correct means. */
  readonly accuracy?: number
  /** Training alone, without evaluation. */
  readonly samplesPerSecond: number
  /** On the training samples after the epoch, where asked for. */
  readonly training?: Evaluation
  /** On the test samples after the epoch, where given. */
  readonly test?: Evaluation
}

/** An epoch of a training that was given test samples. */
export interface TestedEpoch extends Epoch {
  readonly test: Evaluation
}

/** A training under way: an async iterable of epochs, which can be asked for its state at any time between steps. */
export interface Training<E extends Epoch = Epoch> extends AsyncIterable<E> {
  /** All that is needed to go on: a copy, plain numbers and arrays. */
  state(): TrainState
}

/**
 * Minibatch stochastic gradient descent as an async iterator of epochs: samples in a random order, cut into minibatches, one
 * step each. The event loop gets a turn about every 12 ms. A loop that was left by `break` can be gone on with: the next loop over
 * the same training begins at the next epoch.
 *
 * Shapes: inputs n_1 × size, targets n_L × size. Throws `OptionError` for an option that cannot be, `ShapeError` and
 * `DataError` for samples that do not fit; the iterator throws `DivergedError` when a number is no longer finite.
 *
 * @example
 * for await (const epoch of train(net, training, { cost: quadratic, epochs: 30, batchSize: 10, learningRate: 3, test }))
 *   console.log(`epoch ${epoch.number}: ${epoch.test.correct} / ${test.size}`)
 */
export function train(net: Network, samples: Samples, options: TrainOptions & { test: Samples }): Training<TestedEpoch>
/** The same without test samples: an epoch then has no `test`. Shapes: as above. */
export function train(net: Network, samples: Samples, options: TrainOptions): Training
/** Both of the above. Shapes: as above. */
export function train(net: Network, samples: Samples, options: TrainOptions): Training {
  const run = new Run(net, samples, options)
  const epochs = epochsOf(run, net, samples, options)
  return { state: () => run.state(), [Symbol.asyncIterator]: () => ({ next: () => epochs.next() }) }
}

async function* epochsOf(run: Run, net: Network, samples: Samples, options: TrainOptions): AsyncGenerator<Epoch, void, void> {
  const { cost, epochs, signal, test, evaluateTraining = false } = options
  await requireFiniteSamples('train', samples)
  if (test) await requireFiniteSamples('train, test', test)
  while (run.epoch <= epochs) {
    signal?.throwIfAborted()
    const seconds = await runEpoch(run, signal)
    const { number, meanCost, accuracy, seen } = run.endEpoch()
    yield {
      number,
      cost: meanCost,
      ...(accuracy === undefined ? {} : { accuracy }),
      samplesPerSecond: seen / Math.max(seconds, 1e-9),
      ...(evaluateTraining ? { training: await score('train', net, samples, cost, signal) } : {}),
      ...(test ? { test: await score('train, test', net, test, cost, signal) } : {}),
    }
  }
}

/** Steps until the epoch is over, in breaths. Returns the seconds that the steps took. */
async function runEpoch(run: Run, signal: AbortSignal | undefined): Promise<number> {
  let ms = 0
  let pieces = 1
  for (;;) {
    const started = performance.now()
    const done = run.steps(pieces, signal)
    const took = performance.now() - started
    ms += took
    signal?.throwIfAborted()
    if (run.epochIsOver) return ms / 1000
    pieces = piecesPerBreath(done, took)
    await breathe()
    signal?.throwIfAborted()
  }
}
