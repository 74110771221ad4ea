import type { Cost } from '@nablajs/costs'
import { forward, inputBatch, loadColumns, requireCost, requireFinite, requireNetwork, sumOfCosts, type Network } from '@nablajs/backprop'
import { BREATH_MS, breathe } from './breathe.js'
import { DataError } from '@nablajs/linalg'
import { correctnessOf, countCorrect, type Correctness } from './countCorrect.js'
import type { Metrics, MetricValues } from './metrics/metric.js'
import { beginMetrics, type Tallies } from './metrics/tallies.js'
import { isStream, requireFiniteSamples, requireSamples, type Samples, type SampleStream } from './samples.js'

/** How good a network is on a set of samples. */
export interface Evaluation {
  /** The mean of C_x, with sample weights Σ ω_x C_x / n. */
  readonly cost: number
  /** How many outputs are correct; absent where nothing says what that means (see `Correctness`). */
  readonly correct?: number
  /** `correct` over the number of samples. */
  readonly accuracy?: number
  /** The values of metrics under their names, where asked for. */
  readonly metrics?: Readonly<Record<string, unknown>>
}

/** How to evaluate. */
export interface EvaluateOptions {
  cost: Cost
  /** What else to measure, by name: `{ top5: topK(5), confusion: confusionMatrix() }`. */
  metrics?: Metrics
  /** Ends it early: the promise rejects with the signal's reason. */
  signal?: AbortSignal
}

/** Samples in the first piece of an evaluation, before it is known how long one takes. */
const FIRST_PIECE = 16

/**
 * Cost and accuracy of a network over a whole set, letting the event loop breathe. Correct is the largest output where
 * targets are one-hot, ½ as the threshold where there is one output of 0 or 1.
 *
 * Shapes: inputs n_1 × size, targets n_L × size. Throws `ShapeError` and `DataError` for samples that do not fit, and
 * `PluginError` or `DataError` for an output that is not finite, which would count as an answer; the signal's reason on abort.
 */
export function evaluate<M extends Metrics>(
  net: Network,
  samples: Samples | SampleStream,
  options: EvaluateOptions & { metrics: M },
): Promise<Evaluation & { metrics: MetricValues<M> }>
/** The same without metrics. Shapes: as above. */
export function evaluate(net: Network, samples: Samples | SampleStream, options: EvaluateOptions): Promise<Evaluation>
/** Both of the above. Shapes: as above. */
export async function evaluate(net: Network, samples: Samples | SampleStream, options: EvaluateOptions): Promise<Evaluation> {
  const { cost } = options
  requireNetwork('evaluate', net)
  requireCost('evaluate', cost)
  if (!isStream(samples)) {
    requireSamples('evaluate', net, samples)
    await requireFiniteSamples('evaluate', samples, cost)
  }
  return score('evaluate', net, samples, options)
}

/**
 * The same for samples that are known to be right, or a stream, whose blocks are looked at as they come.
 *
 * Shapes: as in `evaluate`.
 */
export async function score(where: string, net: Network, samples: Samples | SampleStream, options: EvaluateOptions): Promise<Evaluation> {
  const { metrics } = options
  const tallies = metrics && beginMetrics(where, metrics, net.sizes[net.L - 1])
  const sums: Sums = { size: 0, correctness: undefined, cost: new Float64Array(1), correct: new Float64Array(1), ...(tallies && { tallies }) }
  if (!isStream(samples)) await addSamples(where, net, samples, options, sums)
  else {
    for await (const block of samples) {
      const place = `${where}, block at sample ${sums.size}`
      requireSamples(place, net, block)
      await requireFiniteSamples(place, block, options.cost)
      await addSamples(where, net, block, options, sums)
    }
    if (sums.size === 0) throw noSample(where)
  }
  const { size, cost, correct, correctness = 'none' } = sums
  return {
    cost: cost[0] / size,
    ...(correctness === 'none' ? {} : { correct: correct[0], accuracy: correct[0] / size }),
    ...(tallies ? { metrics: tallies.values() } : {}),
  }
}

/** What an evaluation comes to so far. */
interface Sums {
  size: number
  /** Undefined before the first samples. */
  correctness: Correctness | undefined
  readonly cost: Float64Array
  readonly correct: Float64Array
  readonly tallies?: Tallies
}

async function addSamples(where: string, net: Network, samples: Samples, { cost, signal }: EvaluateOptions, sums: Sums): Promise<void> {
  const { size, inputs, targets, weights } = samples
  const own = correctnessOf(samples)
  sums.correctness = sums.correctness === undefined || sums.correctness === own ? own : 'none'
  const { L, maxBatch } = net
  let piece = Math.min(FIRST_PIECE, maxBatch)
  let breathed = performance.now()
  for (let from = 0; from < size; ) {
    const started = performance.now()
    const batch = inputBatch(net, inputs, from, Math.min(piece, size - from))
    loadColumns(targets, from, batch.y)
    if (weights) loadColumns(weights, from, batch.omega)
    forward(net, batch)
    requireFinite(where, net, batch, sums.size + from)
    sumOfCosts(cost, batch.a[L], batch.y, weights && batch.omega, sums.cost)
    countCorrect(sums.correctness, batch.a[L], batch.y, sums.correct)
    sums.tallies?.add(batch.a[L], batch.y)
    from += batch.m
    const now = performance.now()
    piece = nextPiece(piece, now - started, maxBatch)
    if (now - breathed < BREATH_MS) continue
    await breathe()
    signal?.throwIfAborted()
    breathed = performance.now()
  }
  sums.size += size
}

function noSample(where: string): DataError {
  return new DataError({ where, expected: 'a stream of at least one sample', got: 'none', fix: 'Give an object whose [Symbol.asyncIterator] begins anew each time.' })
}

/** Twice or half as many samples, so that a piece takes about a quarter of a breath: few sizes, and so few views. */
function nextPiece(piece: number, ms: number, maxBatch: number): number {
  if (ms < BREATH_MS / 8) return Math.min(2 * piece, maxBatch)
  if (ms > BREATH_MS / 2) return Math.max(1, piece >> 1)
  return piece
}
