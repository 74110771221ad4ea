import type { Activation } from '@nablajs/activations'
import { OptionError, random, reference, type Backend, type Dtype, type Floats, type Matrix } from '@nablajs/linalg'
import { arena, type Batch, type Gradient } from './arena.js'
import { standardNormal, type Initialiser } from './initialise.js'
import { readLayers, type Layer } from './layers.js'

/** How a network is made. */
export interface NetworkOptions {
  /** The activation of every layer that has none of its own. Required unless all have. */
  activation?: Activation
  /** The starting weights and biases; the book's standard normal unless said. */
  initialiser?: Initialiser
  /** Decides the start: the same seed gives the same bits in every engine. A whole number, 1 unless said. */
  seed?: number
  /** `float32` unless said. */
  dtype?: Dtype
  /** Whose memory and kernels it uses; the reference backend unless said. */
  backend?: Backend
  /** The largest minibatch that it has room for; 1,024 unless said. */
  maxBatch?: number
}

/**
 * A fully connected network: sizes, activations, and one flat array of parameters with a view for each layer. Layers run
 * 1 … L as in the chapter: w[l], b[l], z[l], delta[l] and activation[l] from 2, a[l] from 1.
 */
export interface Network {
  /** The plain list of sizes: n_l is `sizes[l − 1]`. */
  readonly sizes: readonly number[]
  /** The number of layers. */
  readonly L: number
  readonly dtype: Dtype
  readonly backend: Backend
  readonly maxBatch: number
  readonly activation: readonly Activation[]
  /** w², b², w³, b³, …, each w column after column. Writing to it sets the network. */
  readonly parameters: Floats
  /** w^l, n_l × n_(l−1): views of `parameters`. */
  readonly w: readonly Matrix[]
  /** b^l, n_l × 1: views of `parameters`. */
  readonly b: readonly Matrix[]
  /** a^l of the last call, n_l × m, valid until the next. */
  readonly a: readonly Matrix[]
  /** z^l of the last call, n_l × m, valid until the next. */
  readonly z: readonly Matrix[]
  /** δ^l of the last call, n_l × m, valid until the next. */
  readonly delta: readonly Matrix[]
  /** The arena's gradient, which a trainer overwrites at each step. */
  readonly gradient: Gradient
  /**
   * The arena's views of a minibatch of m ≤ maxBatch samples; they become what a, z and delta show. An input that lies in
   * memory of the network's backend, n_1 × m, may stand in place of the arena's a^1.
   */
  batch(m: number, input?: Matrix): Batch
  /** Gives the memory back. The network and every view of it must not be used afterwards. */
  close(): void
}

/** Room for this many samples unless said: enough for any usual minibatch, and for evaluation in few chunks. */
const MAX_BATCH = 1024

/**
 * Makes a network, with weights and biases drawn by the initialiser.
 *
 * Shapes: `layers` is n_1, …, n_L; see `Network` for the rest. Throws `OptionError` for sizes, seed or maxBatch that
 * cannot be, `PluginError` for an activation that is none or does not fit its layer.
 *
 * @example
 * const net = network([784, 30, 10], { activation: sigmoid, seed: 1 })
 */
export function network(layers: readonly Layer[], options: NetworkOptions = {}): Network {
  const { initialiser = standardNormal, seed = 1, dtype = 'float32', backend = reference, maxBatch = MAX_BATCH } = options
  const { sizes, activation } = readLayers(layers, options.activation)
  requireWhole('seed', seed, Number.MIN_SAFE_INTEGER)
  requireWhole('maxBatch', maxBatch, 1)
  const { region, parameters, w, b, gradient, batch } = arena(sizes, dtype, backend, maxBatch)
  const L = sizes.length

  const draws = random(seed)
  for (let l = 2; l <= L; l++) initialiser(l, sizes, draws, w[l], b[l])

  let last = batch(1)
  return {
    sizes,
    L,
    dtype,
    backend,
    maxBatch,
    activation,
    parameters,
    w,
    b,
    gradient,
    get a() {
      return last.a
    },
    get z() {
      return last.z
    },
    get delta() {
      return last.delta
    },
    batch(m, input) {
      last = input === undefined ? batch(m) : withInput(batch(m), input)
      return last
    },
    close: () => region.free(),
  }
}

function withInput({ m, a, z, delta, y, omega, staging }: Batch, input: Matrix): Batch {
  const own = a.slice()
  own[1] = input
  return { m, a: own, z, delta, y, omega, staging }
}

function requireWhole(option: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return
  throw new OptionError({
    option,
    where: `network, ${option}`,
    expected: least === 1 ? 'a whole number of at least 1' : 'a whole number',
    got: String(value),
    fix: `Leave { ${option} } out for the default, or give a whole number.`,
  })
}
