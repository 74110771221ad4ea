import fc from 'fast-check'
import { elu, gelu, leakyRelu, linear, perNeuron, relu, sigmoid, softmax, softplus, softsign, tanh, type Activation } from '@nablajs/activations'
import { feedforward, network, type Network } from '@nablajs/backprop'
import { absolute, crossEntropy, huber, logLikelihood, quadratic, type Cost } from '@nablajs/costs'
import { fromFunction, random, type Dtype, type Matrix } from '@nablajs/linalg'

/** A network with a cost that fits its outputs, and samples. */
export interface Problem {
  readonly net: Network
  readonly cost: Cost
  readonly X: Matrix
  readonly Y: Matrix
}

/** What a problem is drawn from. */
export interface Drawn {
  readonly sizes: number[]
  readonly m: number
  readonly seed: number
  readonly cost: Cost
}

const mixed = perNeuron(sigmoid, { 0: tanh })
const activations: Activation[] = [elu, gelu, leakyRelu, linear, mixed, relu, sigmoid, softmax, softplus, softsign, tanh]
/** Without kinks, across which no difference is a derivative. */
const smooth: Activation[] = [gelu, linear, mixed, sigmoid, softmax, softplus, tanh]

/**
 * Sizes, a count of samples, a seed and a cost.
 *
 * Shapes: up to `layers` layers of up to `neurons` neurons, up to `samples` samples.
 */
export function anyDrawn(layers = 5, neurons = 5, samples = 4): fc.Arbitrary<Drawn> {
  return fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: neurons }), { minLength: 2, maxLength: layers }),
    m: fc.integer({ min: 1, max: samples }),
    seed: fc.integer({ min: 0, max: 1e6 }),
    cost: fc.constantFrom(quadratic, crossEntropy, logLikelihood, huber, absolute),
  })
}

/**
 * The problem that was drawn. Cross-entropy and log-likelihood want outputs that are probabilities; the others take any.
 *
 * Shapes: X: n_1 × m, Y: n_L × m.
 */
export function problemOf({ sizes, m, seed, cost }: Drawn, { dtype = 'float64', kinks = true }: { dtype?: Dtype; kinks?: boolean } = {}): Problem {
  const draws = random(seed)
  const kinds = kinks ? activations : smooth
  const outputs = cost === crossEntropy ? [sigmoid] : cost === logLikelihood ? [softmax] : kinds
  const drawn = (from: Activation[]) => from[draws.integer(from.length)] ?? sigmoid
  const layers = sizes.map((neurons, i) => (i === 0 ? neurons : { neurons, activation: drawn(i === sizes.length - 1 ? outputs : kinds) }))
  const net = network(layers, { dtype, seed, maxBatch: 8 })
  const X = fromFunction(sizes[0] ?? 0, m, () => draws.normal(), { dtype })
  const Y = fromFunction(sizes.at(-1) ?? 0, m, () => draws.uniform(), { dtype })
  return { net, cost, X, Y }
}

/**
 * By how much ∇ₐC and σ′ multiplied lose digits that cross-entropy keeps by saying that they cancel: 1/a or 1/(1 − a) of the output nearest to an end.
 *
 * Shapes: X: n_1 × m; returns a number of at least 1.
 */
export function lossOfDigits({ net, cost, X }: Problem): number {
  if (cost !== crossEntropy) return 1
  return Math.max(...Array.from(feedforward(net, X).data, (a) => 1 / Math.max(Math.min(a, 1 - a), Number.MIN_VALUE)))
}

/**
 * Whether the outputs lie well inside 0 … 1, for a cost that has no value, or few digits, beyond and near the ends.
 *
 * Shapes: X: n_1 × m.
 */
export function isWellInside({ net, cost, X }: Problem): boolean {
  return cost.pairings === undefined || Array.from(feedforward(net, X).data).every((a) => a > 0.01 && a < 0.99)
}
