import { requireNetwork, type Network } from '@nablajs/backprop'
import type { Dtype } from '@nablajs/linalg'
import { fieldsOf, isCount, isListOf, isRecord, isText, type Check } from './check.js'
import { activationNames } from './checkpointOf.js'
import type { Preprocessing } from './preprocessing.js'
import { preprocessingChecks } from './preprocessingChecks.js'

/** What a model file says beside the numbers. */
export interface ModelDescription {
  readonly version: 1
  readonly dtype: Dtype
  /** n_1, …, n_L. */
  readonly sizes: readonly number[]
  /** The names of the activations of layers 2 … L. */
  readonly activations: readonly string[]
  /** The name of the cost that it was trained with. */
  readonly cost?: string
  /** How rows of a table become its inputs, and what its outputs mean. */
  readonly preprocessing?: Preprocessing
}

/** What is said of a network in a model file. */
export interface ModelOptions {
  /** The cost that it was trained with; its name is kept. */
  cost?: { readonly name: string }
  /** How rows of a table become its inputs. */
  preprocessing?: Preprocessing
}

/** Formats of files that this version writes. */
export const MODEL_VERSION = 1
/** More neurons than this in a layer are a mistake in the file. */
const MOST_NEURONS = 2 ** 31 - 1

/**
 * The description of a network.
 *
 * Shapes: none. Throws `OptionError` for what is no network, such as the promise of one.
 */
export function describeModel(net: Network, { cost, preprocessing }: ModelOptions): ModelDescription {
  requireNetwork('model', net)
  return {
    version: MODEL_VERSION,
    dtype: net.dtype,
    sizes: [...net.sizes],
    activations: activationNames(net),
    ...(cost && { cost: cost.name }),
    ...(preprocessing && { preprocessing }),
  }
}

/**
 * What must hold for data to be a `ModelDescription`, one after another.
 *
 * Shapes: none.
 */
export function* descriptionChecks(description: unknown): Generator<Check> {
  const { dtype, sizes, activations, cost, preprocessing } = fieldsOf(description)
  yield ['model', isRecord(description) || typeof description === 'object', 'an object']
  yield ['dtype', dtype === 'float32' || dtype === 'float64', 'float32 or float64']
  yield ['sizes', isListOf(sizes, isSize) && sizes.length >= 2, 'two or more whole numbers from 1 on']
  yield ['activations', isListOf(activations, isText) && Array.isArray(sizes) && activations.length === sizes.length - 1, 'a name for each layer but the first']
  yield ['cost', cost === undefined || isText(cost), 'a name']
  if (preprocessing !== undefined) yield* preprocessingChecks(preprocessing)
}

/**
 * Whether data have the fields of a description that `descriptionChecks` found right.
 *
 * Shapes: none.
 */
export function isDescription(description: unknown): description is ModelDescription {
  for (const [, holds] of descriptionChecks(description)) if (!holds) return false
  return true
}

function isSize(size: unknown): size is number {
  return isCount(size) && size >= 1 && size <= MOST_NEURONS
}
