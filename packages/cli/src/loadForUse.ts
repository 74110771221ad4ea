import { resolve } from 'node:path'
import { network, type Network } from '@nablajs/backprop'
import type { Preprocessing } from '@nablajs/data'
import { DataError, type Backend } from '@nablajs/linalg'
import { loadModel } from '@nablajs/model-io/node'
import type { Plugins } from './plugins.js'
import type { Surroundings } from './surroundings.js'

/** A model that rows can be put to. */
export interface UsableModel {
  readonly net: Network
  readonly preprocessing: Preprocessing
  /** The name of the cost that it was trained with. */
  readonly cost: string | undefined
}

/** So many columns are computed at once. */
const BATCH = 1000

/**
 * Loads a model onto the backend that is picked for its sizes. The file is read once: its sizes are in it.
 *
 * Shapes: as the file says. Rejects as `loadModel` does, and with `DataError` for a model that does not say how rows become its inputs.
 */
export async function loadForUse(model: string, { activations }: Plugins, { io, pickBackend }: Surroundings): Promise<UsableModel> {
  const { net, preprocessing: found, cost } = await loadModel(resolve(io.cwd, model), { activations: [...activations.values()] })
  const preprocessing = requirePreprocessing(model, found)
  const backend = await pickBackend('exact', { sizes: net.sizes, batchSize: BATCH })
  return { net: onBackend(net, backend), preprocessing, cost }
}

/**
 * How rows become the inputs of a model that says so.
 *
 * Shapes: none. Throws `DataError` for a model that does not.
 */
export function requirePreprocessing(model: string, preprocessing: Preprocessing | undefined): Preprocessing {
  if (preprocessing) return preprocessing
  throw new DataError({
    where: model,
    expected: 'a model that says how rows become its inputs',
    got: 'a network alone',
    fix: 'Train it with nabla train, or save it with { preprocessing }.',
  })
}

function onBackend({ sizes, activation, dtype, maxBatch, parameters }: Network, backend: Backend): Network {
  const [inputs = 1, ...rest] = sizes
  const layers = rest.map((neurons, i) => ({ neurons, ...(activation[i + 2] && { activation: activation[i + 2] }) }))
  const copy = network([inputs, ...layers], { dtype, backend, maxBatch, initialiser: () => undefined })
  copy.parameters.set(parameters)
  return copy
}
