import { DataError } from '@nablajs/linalg'
import { evaluate } from '@nablajs/trainer'
import { choose } from '../choose.js'
import { loadForUse } from '../loadForUse.js'
import type { Plugins } from '../plugins.js'
import { readSource } from '../source/readSource.js'
import type { RowsOptions } from '../source/readRows.js'
import { samplesFrom } from '../source/samplesFrom.js'
import { metricsFor, scoresOf, showScores, type Scores } from './scores.js'
import type { Surroundings } from '../surroundings.js'
import type { Terminal } from '../terminal/terminal.js'

/**
 * `nabla eval`: how good a model is on rows whose targets are known.
 *
 * Shapes: none. Rejects with `DataError` for data that the model was not made for.
 */
export async function evaluateModel(
  model: string, paths: readonly string[], rows: RowsOptions, plugins: Plugins, surroundings: Surroundings, out: Terminal,
): Promise<Scores> {
  const { net, preprocessing, cost } = await loadForUse(model, plugins, surroundings)
  if (cost === undefined) throw noCost(model)
  const samples = samplesFrom(await readSource(paths, rows, surroundings.io), preprocessing)
  const evaluation = await evaluate(net, samples, { cost: choose('cost', cost, plugins.costs), metrics: metricsFor(preprocessing.target.kind) })
  const scores = scoresOf(evaluation)
  out.show(`cost ${scores.cost.toPrecision(4)}`)
  showScores(scores, samples.size, preprocessing.target, out)
  return scores
}

function noCost(model: string): DataError {
  return new DataError({ where: model, expected: 'a model that says its cost', got: 'none', fix: 'Train it with nabla train, or save it with { cost }.' })
}
