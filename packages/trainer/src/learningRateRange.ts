import { firstThatIsNotFinite, type Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { OptionError } from '@nablajs/linalg'
import { exp, log } from '@nablajs/linalg/exact'
import type { Optimizer } from './optimizer.js'
import type { Samples } from './samples.js'
import { requireLearningRate } from './schedule.js'
import { train } from './train.js'

/** How to look for a learning rate. */
export interface LearningRateRangeOptions {
  cost: Cost
  batchSize: number
  /** The first and the last learning rate, 1e-5 and 10 unless said. */
  from?: number
  to?: number
  /** How many steps are taken between them; 100 unless said. */
  steps?: number
  optimizer?: Optimizer
  seed?: number
  signal?: AbortSignal
}

/** The cost of a minibatch at a learning rate. */
export interface LearningRatePoint {
  readonly learningRate: number
  readonly cost: number
  /** The mean over the steps so far in which one that lies back counts 0.9 as much a step, as if there had always been some. */
  readonly smoothed: number
}

/** What a range test found. */
export interface LearningRateRange {
  readonly points: readonly LearningRatePoint[]
  /** A tenth of the learning rate at which the smoothed cost was least; absent where it never fell. */
  readonly suggestion?: number
}

const KEPT = 0.9
/** A cost this many times the least is on its way to infinity. */
const LOST = 4

/**
 * The learning-rate range test: some steps at learning rates that grow evenly in their logarithm, until the cost explodes. The
 * network then has the parameters that it had.
 *
 * Shapes: inputs n_1 × size, targets n_L × size. Rejects as `train` does. Source: Smith, Cyclical learning rates for training neural
 * networks (2017), section 3.3; the smoothing and the tenth as in common use.
 */
export async function learningRateRange(net: Network, samples: Samples, options: LearningRateRangeOptions): Promise<LearningRateRange> {
  const { from = 1e-5, to = 10, steps = 100, signal, ...rest } = options
  requireLearningRate('learningRateRange, from', from)
  requireLearningRate('learningRateRange, to', to)
  if (!(from < to)) throw notARange(from, to)
  const growth = log(to / from) / Math.max(1, steps - 1)
  const points: LearningRatePoint[] = []
  const before = net.parameters.slice()
  const enough = new AbortController()
  let average = 0
  let weight = 0
  let least = Infinity
  const training = train(net, samples, {
    ...rest,
    epochs: Math.ceil((steps * rest.batchSize) / samples.size),
    learningRate: ({ step }) => from * exp(growth * (step - 1)),
    signal: signal ? AbortSignal.any([signal, enough.signal]) : enough.signal,
    onStep({ cost, learningRate }) {
      average = KEPT * average + (1 - KEPT) * cost
      weight = KEPT * weight + (1 - KEPT)
      points.push({ learningRate, cost, smoothed: average / weight })
      least = Math.min(least, average / weight)
      const lost = average / weight > LOST * least || firstThatIsNotFinite(net.parameters) >= 0
      if (points.length === steps || lost) enough.abort(enough)
    },
  })
  try {
    for await (const _ of training);
  } catch (reason) {
    if (reason !== enough && !isDivergence(reason)) throw reason
  } finally {
    net.parameters.set(before)
  }
  return { points, ...suggestionOf(points) }
}

function suggestionOf(points: readonly LearningRatePoint[]): { suggestion?: number } {
  if (points.length === 0) return {}
  const best = points.reduce((least, point) => (point.smoothed < least.smoothed ? point : least))
  return best === points[0] ? {} : { suggestion: best.learningRate / 10 }
}

function isDivergence(reason: unknown): boolean {
  return typeof reason === 'object' && reason !== null && 'code' in reason && reason.code === 'DivergedError'
}

function notARange(from: number, to: number): OptionError {
  return new OptionError({
    option: 'to',
    where: 'learningRateRange, to',
    expected: `more than from, which is ${from}`,
    got: String(to),
    fix: 'The test goes from small to large learning rates.',
  })
}
