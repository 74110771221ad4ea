import { backprop, bp3, bp4, gradientFor, parameterCount, requireNetwork, type Batch, type Gradient, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { copy, OptionError } from '@nablajs/linalg'
import { requirePositive } from '../requirePositive.js'
import { backwardSteps } from './backwardSteps.js'
import { forwardSteps } from './forwardSteps.js'
import { gradientSteps } from './gradientSteps.js'
import type { Pass } from './pass.js'
import type { Step } from './step.js'
import { updateSteps } from './updateSteps.js'

/** How a step of gradient descent is told. */
export interface TraceOptions {
  /** η. */
  learningRate: number
  /** Whether to tell it of each sample alone too; true unless said. */
  samples?: boolean
}

/** The steps of one sample: input, feedforward, output error, backpropagate, output. */
export interface SampleTrace {
  /** Its column, counted from 0. */
  readonly sample: number
  /** C_x. */
  readonly cost: number
  readonly steps: readonly Step[]
}

/** A step of gradient descent on a minibatch, told: plain data, frozen. */
export interface Trace {
  /** How many samples there are. */
  readonly m: number
  readonly learningRate: number
  /** The mean of C_x. */
  readonly cost: number
  /** Each sample alone, as the chapter's algorithm goes. Empty with `{ samples: false }`. */
  readonly samples: readonly SampleTrace[]
  /** The same over all columns at once, ending in the update. */
  readonly steps: readonly Step[]
  /** ∂C by every parameter, laid out as `net.parameters`: what `backprop` gives, to the bit. */
  readonly gradient: readonly number[]
}

/** The most numbers that a trace holds: some hundred megabytes. */
const LIMIT = 4_000_000

/**
 * One step of gradient descent on a minibatch, step by step, with every number that the engine makes on the way: per sample, and over all columns at
 * once, up to the update. It shows the update and does not make it: the parameters stay.
 *
 * Shapes: X: n_1 × m, Y: n_L × m, m ≤ maxBatch. Throws as `backprop` does, and `OptionError` for a learning rate that is none or a trace too large
 * to hold.
 *
 * Source: chapter 2, the backpropagation algorithm.
 */
export function trace(net: Network, cost: Cost, X: SampleMatrix, Y: SampleMatrix, { learningRate, samples = true }: TraceOptions): Trace {
  requireNetwork('trace', net)
  requirePositive('trace', 'learningRate', learningRate, 'Give η, such as 0.5.')
  const gradient = backprop(net, cost, X, Y)
  const m = net.z[2].cols
  requireRoom(net, samples ? m : 0, m)
  const batch = net.batch(m)
  const pass: Pass = { ...batch, net, cost, gradient }
  return Object.freeze({
    m,
    learningRate,
    cost: gradient.cost,
    samples: Object.freeze(Array.from({ length: samples ? m : 0 }, (_, i) => sampleTrace(pass, batch, i))),
    steps: Object.freeze([...passSteps(pass), ...updateSteps(pass, learningRate)]),
    gradient: Object.freeze(Array.from(gradient.flat)),
  })
}

function passSteps(pass: Pass): Step[] {
  return [...forwardSteps(pass), ...backwardSteps(pass), ...gradientSteps(pass)]
}

function sampleTrace({ net, cost }: Pass, batch: Batch, i: number): SampleTrace {
  const columnOf = (matrices: Batch['a']) => matrices.map((matrix) => copy(matrix.columns(i, i + 1)))
  const [a, z, delta, y] = [columnOf(batch.a), columnOf(batch.z), columnOf(batch.delta), batch.y.columns(i, i + 1)]
  const gradient: Gradient = gradientFor(net)
  for (let l = 2; l <= net.L; l++) {
    bp3(delta[l], gradient.b[l])
    bp4(a[l - 1], delta[l], gradient.w[l])
  }
  const steps = passSteps({ net, cost, m: 1, a, z, delta, y, gradient })
  return Object.freeze({ sample: i, cost: cost.value(a[net.L].column(0), y.column(0)), steps: Object.freeze(steps) })
}

/** w, δ, a and their like stand in several steps each; a Jacobian has n_l² numbers. */
function requireRoom({ sizes }: Network, samples: number, m: number): void {
  const parameters = parameterCount(sizes)
  const columns = sizes.reduce((sum, n) => sum + n, 0)
  const numbers = (samples + 2) * 3 * parameters + 8 * m * columns
  if (numbers <= LIMIT) return
  throw new OptionError({
    option: 'samples',
    where: 'trace',
    expected: `at most ${LIMIT} numbers to keep`,
    got: `about ${numbers}, for ${samples} samples alone and ${m} together`,
    fix: 'Give fewer columns, { samples: false }, or a smaller network: a trace is for reading.',
  })
}
