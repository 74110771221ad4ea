import { backprop, bp3, bp4, errors, gradientFor, type Batch, type Gradient, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { requirePositive } from '../requirePositive.js'
import { forwardCost } from './forwardCost.js'

/** How two ways to a gradient race. */
export interface RaceOptions {
  /** Milliseconds that the differences may take before the rest of their passes is extrapolated, and that backprop is repeated for; 500 unless said. */
  budget?: number
  /** A clock in milliseconds; `performance.now` unless said. */
  now?: () => number
}

/** What a race found. */
export interface Race {
  /** Weights and biases. */
  readonly parameters: number
  readonly backprop: {
    /** Milliseconds for one whole gradient, the mean over the rounds. */
    readonly time: number
    readonly rounds: number
    /** Milliseconds of its forward half. */
    readonly forward: number
    /** Milliseconds of all else: back through the layers, and the gradient. */
    readonly backward: number
  }
  readonly differences: {
    /** Milliseconds for one whole gradient. */
    readonly time: number
    /** One for each weight and bias, and one more. */
    readonly forwardPasses: number
    /** How many of them were run and timed. */
    readonly measured: number
    /** True where `time` is that of the passes measured times forwardPasses/measured. */
    readonly extrapolated: boolean
  }
  /** How many times as long the differences take. */
  readonly ratio: number
}

const BUDGET = 500
/** Of the budget: an engine compiles what it runs often, and the first rounds are slow. */
const WARM_UP = 1 / 4
/** Enough for a clock that ticks in tenths of a millisecond. */
const LEAST_ROUNDS = 3

/**
 * Times backpropagation against differences (46) on a network as it is, in its own element type and on its own backend: a gradient by backprop takes a forward
 * and a backward pass, which costs about as much; one by differences a forward pass for each weight and bias, and one more.
 * Where all of those would take longer than the budget, evenly spread ones are timed, and the time for all is extrapolated and said to be.
 *
 * Shapes: X: n_1 × m, Y: n_L × m. The parameters are changed and put back. Throws as `backprop` does, `OptionError` for a budget that is not above 0.
 *
 * Source: chapter 2, in what sense is backpropagation a fast algorithm?
 */
export function race(net: Network, cost: Cost, X: SampleMatrix, Y: SampleMatrix, options: RaceOptions = {}): Race {
  const { budget = BUDGET, now = () => performance.now() } = options
  requirePositive('race', 'budget', budget, `Leave it out for ${BUDGET} milliseconds.`)
  const out = gradientFor(net)
  backprop(net, cost, X, Y, { out }) // Loads the samples, and refuses what is wrong.
  const batch = net.batch(net.z[2].cols)
  timed(() => bothPasses(net, cost, batch, out), budget * WARM_UP, now)
  const whole = timed(() => bothPasses(net, cost, batch, out), budget, now)
  const forward = Math.min(whole.time, timed(() => forwardCost(net, cost, batch), budget, now).time)
  const differences = timeDifferences(net, () => forwardCost(net, cost, batch), out, budget, now)
  return {
    parameters: net.parameters.length,
    backprop: { ...whole, forward, backward: whole.time - forward },
    differences,
    ratio: differences.time / whole.time,
  }
}

/** The algorithm alone, as the forward passes of the differences are alone: nothing is checked and no sample is loaded. */
function bothPasses(net: Network, cost: Cost, batch: Batch, { w, b }: Gradient): void {
  errors(net, cost, batch)
  for (let l = 2; l <= net.L; l++) {
    bp3(batch.delta[l], b[l])
    bp4(batch.a[l - 1], batch.delta[l], w[l])
  }
}

function timed(run: () => void, budget: number, now: () => number): { time: number; rounds: number } {
  const start = now()
  let rounds = 0
  let end = start
  while (rounds < LEAST_ROUNDS || end - start < budget) {
    run()
    rounds++
    end = now()
  }
  return { time: (end - start) / rounds, rounds }
}

/** Golden-section steps visit the parameters evenly, however many of them there is time for. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

function timeDifferences({ parameters }: Network, cost: () => number, { flat }: Gradient, budget: number, now: () => number): Race['differences'] {
  const forwardPasses = parameters.length + 1
  const epsilon = parameters instanceof Float32Array ? 2 ** -11 : 2 ** -26
  const start = now()
  const before = cost()
  let measured = 1
  let end = now()
  while (measured < forwardPasses && end - start < budget) {
    const at = Math.floor(((measured * GOLDEN) % 1) * parameters.length)
    const weight = parameters[at]
    parameters[at] = weight + epsilon
    flat[at] = (cost() - before) / epsilon
    parameters[at] = weight
    measured++
    end = now()
  }
  const extrapolated = measured < forwardPasses
  return { time: ((end - start) * forwardPasses) / measured, forwardPasses, measured, extrapolated }
}
