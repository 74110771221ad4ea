import type { Cost } from '@nablajs/costs'
import { PluginError, ShapeError, type Vector } from '@nablajs/linalg'
import type { Batch } from './arena.js'
import { isPromise, kindOf, WRITE_AWAIT } from './kindOf.js'
import type { Network } from './network.js'
import { columnsOf, loadInput, type SampleMatrix } from './sampleMatrix.js'

/**
 * Refuses what is no cost: none, or an argument that slipped into its place.
 *
 * Shapes: none. Throws `PluginError`.
 */
export function requireCost(operation: string, cost: unknown): asserts cost is Cost {
  if (typeof cost === 'object' && cost !== null && isFunction('value', cost) && isFunction('gradient', cost)) return
  const got = kindOf(cost)
  throw new PluginError({
    plugin: got,
    where: `${operation}, cost`,
    expected: 'a cost with value and gradient',
    got,
    fix: isPromise(cost) ? WRITE_AWAIT : 'Give one of @nablajs/costs; defineCost makes one from C and ∇ₐC.',
  })
}

function isFunction(key: string, plugin: object): boolean {
  return typeof Reflect.get(plugin, key) === 'function'
}

/**
 * Copies a whole minibatch into the arena.
 *
 * Shapes: X: n_1 × m, Y: n_L × m, weights: m numbers. Throws `ShapeError` and `DataError`; `OptionError` for no network.
 */
export function loadBatch(operation: string, net: Network, X: SampleMatrix, Y: SampleMatrix, weights: Vector | undefined): Batch {
  const { cols: m } = columnsOf(operation, 'X', X, net, 1)
  const { L, maxBatch } = net
  const { cols: desired } = columnsOf(operation, 'Y', Y, net, L)
  if (desired !== m) throw counts(operation, 'Y', m, desired)
  if (weights && weights.length !== m) throw counts(operation, 'weights', m, weights.length)
  if (m < 1 || m > maxBatch) throw tooMany(operation, m, maxBatch)
  const batch = net.batch(m)
  loadInput(operation, 'X', X, 0, batch.a[1], batch.staging)
  loadInput(operation, 'Y', Y, 0, batch.y)
  if (weights) loadInput(operation, 'weights', weights, 0, batch.omega)
  return batch
}

function counts(operation: string, name: string, m: number, got: number): ShapeError {
  return new ShapeError({
    operation,
    shapes: [`${m} samples`, `${got} samples`],
    side: 'columns',
    where: `${operation}, ${name}`,
    expected: `one for each of the ${m} samples of X`,
    got: String(got),
    fix: 'Give X, Y and weights for the same samples.',
  })
}

function tooMany(operation: string, m: number, maxBatch: number): ShapeError {
  return new ShapeError({
    operation,
    shapes: [`${m} samples`, `${maxBatch} samples`],
    side: 'columns',
    where: operation,
    expected: `1 to ${maxBatch} samples at once, which is the network's maxBatch`,
    got: String(m),
    fix: 'Make the network with a larger { maxBatch }, or give fewer columns at a time.',
  })
}
