import { resolve } from 'node:path'
import { preprocess } from '@nablajs/data'
import { DataError } from '@nablajs/linalg'
import { loadModel } from '@nablajs/model-io/node'
import { evaluate } from '@nablajs/trainer'
import { choose } from './choose.js'
import type { Plugins } from './plugins.js'
import { readRows, type RowsOptions } from './readRows.js'
import { metricsFor, scoresOf, showScores, type Scores } from './scores.js'
import type { Surroundings } from './surroundings.js'
import type { Terminal } from './terminal.js'

/**
 * `nabla eval`: how good a model is on rows whose targets are known.
 *
 * Shapes: none. Rejects with `DataError` for data that the model was not made for.
 */
export async function evaluateModel(model: string, paths: readonly string[], rows: RowsOptions, plugins: Plugins, { io, pickBackend }: Surroundings, out: Terminal): Promise<Scores> {
  const path = resolve(io.cwd, model)
  const activations = [...plugins.activations.values()]
  const { net: stored, preprocessing, cost } = await loadModel(path, { activations })
  if (!preprocessing || cost === undefined) {
    throw new DataError({ where: model, expected: 'a model that says how rows become its inputs, and its cost', got: 'a network alone', fix: 'Train it with nabla train.' })
  }
  const backend = await pickBackend('exact', { sizes: stored.sizes, batchSize: 1000 })
  const { net } = await loadModel(path, { activations, backend })
  const samples = preprocess(await readRows(paths, rows, io), preprocessing)
  const evaluation = await evaluate(net, samples, { cost: choose('cost', cost, plugins.costs), metrics: metricsFor(preprocessing.target.kind) })
  const scores = scoresOf(evaluation)
  out.show(`cost ${scores.cost.toPrecision(4)}`)
  showScores(scores, samples.size, preprocessing.target, out)
  return scores
}
