import type { Activation } from '@nablajs/activations'
import { network, type Network } from '@nablajs/backprop'
import { FormatError, reference, type Backend } from '@nablajs/linalg'
import { activationsByName } from './activationsByName.js'
import { descriptionChecks, isDescription, MODEL_VERSION, type ModelDescription } from './modelDescription.js'
import { fieldsOf } from './check.js'
import type { Preprocessing } from './preprocessing.js'

/** Room for this many samples unless said, as `network` has it. */
const MAX_BATCH = 1024
/** Numbers that z, a and δ of a minibatch may take, beside twice those of the parameters: 16 MiB of float32. */
const BATCH_NUMBERS = 2 ** 22

/** A network from a file, and what the file says of it. */
export interface Model {
  readonly net: Network
  /** The name of the cost that it was trained with. */
  readonly cost: string | undefined
  readonly preprocessing: Preprocessing | undefined
}

/** How a model is read. */
export interface ReadModelOptions {
  /** Activations of your own that the file names. */
  activations?: readonly Activation[]
  /** Whose memory and kernels the network uses; the reference backend unless said. */
  backend?: Backend
  /**
   * The largest minibatch that it has room for. Unless said 1,024, or fewer where layers are so wide that they would take far more memory than
   * the file.
   */
  maxBatch?: number
  /** What to call the file in errors; `model` unless said. */
  name?: string
}

/**
 * The description that a file holds.
 *
 * Shapes: none. Throws `FormatError` for what is none, and for one of a later version.
 */
export function requireDescription(where: string, description: unknown): ModelDescription {
  const { version } = fieldsOf(description)
  if (typeof version === 'number' && version > MODEL_VERSION) {
    throw new FormatError({
      where: `${where}, version`,
      expected: `a version of at most ${MODEL_VERSION}`,
      got: String(version),
      fix: 'It was written by a later release: install that.',
    })
  }
  if (version === MODEL_VERSION && isDescription(description)) return description
  for (const [field, holds, expected] of descriptionChecks(description)) {
    if (!holds) throw new FormatError({ where: `${where}, ${field}`, expected, got: 'something else', fix: 'Write the file again with what made it.' })
  }
  throw new FormatError({ where: `${where}, version`, expected: `version ${MODEL_VERSION}`, got: String(version), fix: 'Is it a model of this library?' })
}

/**
 * How many numbers the parameters of a network are.
 *
 * Shapes: sizes: n_1, …, n_L; a scalar, which may be beyond 2⁵³.
 */
export function parameterCount(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((sum, n, i) => sum + n * ((sizes[i] ?? 0) + 1), 0)
}

/**
 * The network that a description is of; its parameters are to be filled.
 *
 * Shapes: as the description says. Throws `PluginError` for an activation that is not known or does not fit.
 */
export function networkOf({ sizes, activations, dtype }: ModelDescription, { activations: given, backend = reference, name = 'model', ...options }: ReadModelOptions): Network {
  const found = activationsByName(name, activations, given)
  const [inputs = 1, ...rest] = sizes
  const layers = [inputs, ...found.map((activation, i) => ({ neurons: rest[i] ?? 1, activation }))]
  const { maxBatch = roomFor(sizes) } = options
  return network(layers, { dtype, backend, initialiser: () => undefined, maxBatch })
}

/** A file of [1, 100000] has 800 KB, and its layers of 1,024 samples have 1.2 GB. */
function roomFor(sizes: readonly number[]): number {
  const rows = sizes.reduce((sum, n) => sum + 3 * n, 0)
  const most = Math.floor((BATCH_NUMBERS + 2 * parameterCount(sizes)) / rows)
  return Math.max(1, Math.min(MAX_BATCH, most))
}
