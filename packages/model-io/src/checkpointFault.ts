import { parameterCount } from '@nablajs/backprop'
import type { Checkpoint } from './checkpoint.js'
import { preprocessingChecks } from './preprocessingChecks.js'
import { fieldsOf, isCount, isListOf, isRecord, isText, type Check } from './check.js'

/** A field of a checkpoint that cannot be. */
export interface Fault {
  readonly field: string
  readonly expected: string
}

/**
 * Throws what `fail` makes of the first field that cannot be. Fields that are not known are let through: a later trainer may have more state.
 *
 * Shapes: parameters, vectors and those of the best epoch Σ n_l (n_(l−1) + 1) numbers.
 */
export function requireCheckpoint(value: unknown, fail: (fault: Fault) => Error): asserts value is Checkpoint {
  for (const [field, holds, expected] of checks(value)) if (!holds) throw fail({ field, expected })
}

/** One after another: each may rely on those before it. */
function* checks(checkpoint: unknown): Generator<Check> {
  const { state, activations, cost, preprocessing, options } = fieldsOf(checkpoint)
  yield ['state', isRecord(state), 'an object']
  yield* stateChecks(fieldsOf(state))
  const { sizes: layers } = fieldsOf(state)
  yield ['activations', isListOf(activations, isText) && activations.length === (Array.isArray(layers) ? layers.length - 1 : 0), 'the names of layers 2 … L']
  yield ['cost', isText(cost), 'the name of a cost']
  yield ['options', options === undefined || isRecord(options), 'an object']
  if (preprocessing !== undefined) yield* preprocessingChecks(preprocessing)
}

function* stateChecks(state: Readonly<Record<string, unknown>>): Generator<Check> {
  const { backend, sizes, dtype, size, optimizer, parameters, vectors, random, epoch, step, position, sums, history, best } = state
  yield ['state.backend', isText(backend), 'the name of a backend']
  yield ['state.sizes', isListOf(sizes, isCount) && sizes.length >= 2 && !sizes.includes(0), 'two layers or more, of one neuron or more']
  yield ['state.dtype', dtype === 'float32' || dtype === 'float64', "'float32' or 'float64'"]
  const length = isListOf(sizes, isCount) ? parameterCount(sizes) : 0
  const isVector = (value: unknown): value is unknown => isArrayOf(value, dtype, length)
  yield ['state.parameters', isVector(parameters), `${length} numbers in ${String(dtype)}`]
  yield ['state.vectors', isListOf(vectors, isVector), `vectors of ${length} numbers in ${String(dtype)}`]
  yield ['state.optimizer', isText(optimizer), 'the name of an optimizer']
  yield ['state.random', isListOf(random, isInt32) && random.length === 4, 'four numbers of 32 bits']
  for (const [name, count] of Object.entries({ size, epoch, step, position })) yield [`state.${name}`, isCount(count), 'a whole number from 0 on']
  const { cost, correct } = fieldsOf(sums)
  yield ['state.sums', typeof cost === 'number' && typeof correct === 'number', '{ cost, correct }']
  yield ['state.history', isListOf(history, isEpoch), 'a list of epochs, each with number and cost']
  if (best !== undefined) yield* bestChecks(fieldsOf(best), isVector)
}

function* bestChecks({ epoch, value, parameters }: Readonly<Record<string, unknown>>, isVector: (value: unknown) => boolean): Generator<Check> {
  yield ['state.best.epoch', isCount(epoch), 'a whole number from 0 on']
  yield ['state.best.value', typeof value === 'number', 'a number']
  yield ['state.best.parameters', isVector(parameters), 'as many numbers as the parameters']
}

function isArrayOf(value: unknown, dtype: unknown, length: number): boolean {
  const kind = dtype === 'float32' ? '[object Float32Array]' : '[object Float64Array]'
  const { length: numbers } = fieldsOf(value)
  return Object.prototype.toString.call(value) === kind && numbers === length
}

function isInt32(value: unknown): value is number {
  return typeof value === 'number' && value === (value | 0)
}

function isEpoch(value: unknown): value is unknown {
  const { number, cost } = fieldsOf(value)
  return isCount(number) && typeof cost === 'number'
}
