import type { Cost } from '@nablajs/costs'
import { forward, inputBatch, loadColumns, requireCost, requireFinite, requireNetwork, sumOfCosts, type Network } from '@nablajs/backprop'
import { BREATH_MS, breathe } from './breathe.js'
import { correctnessOf, countCorrect } from './countCorrect.js'
import type { Metrics, MetricValues } from './metrics/metric.js'
import { beginMetrics } from './metrics/tallies.js'
import { requireFiniteSamples, requireSamples, type Samples } from './samples.js'

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
  samples: Samples,
  options: EvaluateOptions & { metrics: M },
): Promise<Evaluation & { metrics: MetricValues<M> }>
/** The same without metrics. Shapes: as above. */
export function evaluate(net: Network, samples: Samples, options: EvaluateOptions): Promise<Evaluation>
/** Both of the above. Shapes: as above. */
export async function evaluate(net: Network, samples: Samples, options: EvaluateOptions): Promise<Evaluation> {
  const { cost } = options
  requireNetwork('evaluate', net)
  requireCost('evaluate', cost)
  requireSamples('evaluate', net, samples)
  await requireFiniteSamples('evaluate', samples)
  return score('evaluate', net, samples, options)
}

/**
 * The same for samples that are known to be right.
 *
 * Shapes: as in `evaluate`.
 */
export async function score(where: string, net: Network, samples: Samples, { cost, signal, metrics }: EvaluateOptions): Promise<Evaluation> {
  const { size, inputs, targets, weights } = samples
  const correctness = correctnessOf(samples)
  const total = new Float64Array(1)
  const correct = new Float64Array(1)
  const { L, maxBatch, sizes } = net
  const tallies = metrics && beginMetrics(where, metrics, sizes[L - 1])
  let piece = Math.min(FIRST_PIECE, maxBatch)
  let breathed = performance.now()
  for (let from = 0; from < size; ) {
    const started = performance.now()
    const batch = inputBatch(net, inputs, from, Math.min(piece, size - from))
    loadColumns(targets, from, batch.y)
    if (weights) loadColumns(weights, from, batch.omega)
    forward(net, batch)
    requireFinite(where, net, batch, from)
    sumOfCosts(cost, batch.a[L], batch.y, weights && batch.omega, total)
    countCorrect(correctness, batch.a[L], batch.y, correct)
    tallies?.add(batch.a[L], batch.y)
    from += batch.m
    const now = performance.now()
    piece = nextPiece(piece, now - started, maxBatch)
    if (now - breathed < BREATH_MS) continue
    await breathe()
    signal?.throwIfAborted()
    breathed = performance.now()
  }
  const mean = total[0] / size
  return {
    cost: mean,
    ...(correctness === 'none' ? {} : { correct: correct[0], accuracy: correct[0] / size }),
    ...(tallies ? { metrics: tallies.values() } : {}),
  }
}

/** Twice or half as many samples, so that a piece takes about a quarter of a breath: few sizes, and so few views. */
function nextPiece(piece: number, ms: number, maxBatch: number): number {
  if (ms < BREATH_MS / 8) return Math.min(2 * piece, maxBatch)
  if (ms > BREATH_MS / 2) return Math.max(1, piece >> 1)
  return piece
}
