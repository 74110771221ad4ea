import { OptionError } from '@nablajs/linalg'
import { evaluate } from '@nablajs/trainer'
import { columnsTable } from '../terminal/columnsTable.js'
import { DEFAULTS } from './defaults.js'
import { fitNetwork } from './fitNetwork.js'
import { learnable } from './learnable.js'
import { folds } from './partition.js'
import type { Plugins } from '../plugins.js'
import { readSource } from '../source/readSource.js'
import { metricsFor, scoresOf, type Scores } from '../evaluate/scores.js'
import type { Surroundings } from '../surroundings.js'
import { textTable } from '../terminal/textTable.js'
import type { Terminal } from '../terminal/terminal.js'
import { rowsOptions, sharesOf, type TrainSettings } from './trainSettings.js'

/** What cross-validation found, for machines. */
export interface CrossValidated {
  /** How good each network is on the rows that it did not see. */
  readonly folds: readonly Scores[]
  /** The mean over the folds of each score that is a number, and its deviation from fold to fold. */
  readonly mean: Readonly<Record<string, number>>
  readonly deviation: Readonly<Record<string, number>>
  /** Whether SIGINT or SIGTERM ended it. */
  readonly interrupted: boolean
}

/**
 * `nabla train --folds k`: trains k networks, each on all folds but one, and measures it on that one. No model is written.
 *
 * Shapes: none. Rejects with the errors of what it uses.
 */
export async function crossValidate(paths: readonly string[], k: number, settings: TrainSettings, plugins: Plugins, surroundings: Surroundings, out: Terminal): Promise<CrossValidated> {
  requireNoFiles(settings)
  const from = learnable(await readSource(paths, rowsOptions(settings), surroundings.io), settings)
  const found: Scores[] = []
  let interrupted = false
  for (const [i, partition] of folds(from.rows, from.labels, k, sharesOf(settings).validation, settings.seed ?? DEFAULTS.seed).entries()) {
    const prepared = from.fit(partition)
    if (i === 0) out.show(`${columnsTable(prepared.decisions)}\n`)
    const { test } = prepared
    const fitted = await fitNetwork(prepared, settings, plugins, surroundings, out)
    interrupted = fitted.interrupted
    if (interrupted || !test) break
    found.push(scoresOf(await evaluate(fitted.net, test, { cost: fitted.plan.cost, metrics: metricsFor(prepared.preprocessing.target.kind) })))
  }
  const numbers = found.map(numbersIn)
  const names = [...(numbers[0]?.keys() ?? [])]
  const over = (summary: (values: readonly number[]) => number) => new Map(names.map((name) => [name, summary(numbers.map((scores) => scores.get(name) ?? NaN))]))
  const [mean, deviation] = [over(meanOf), over(deviationOf)]
  const rows = [...numbers.map((scores, i) => [String(i + 1), scores] as const), ['mean', mean] as const, ['deviation', deviation] as const]
  out.show(textTable(['fold', ...names], rows.map(([label, scores]) => [label, ...Array.from(scores.values(), (value) => value.toPrecision(4))])))
  if (sharesOf(settings).validation === 0 && settings.patience !== 0) out.show('\nNo fold was trained on by its network; it decided when to stop (--validation 0.1 leaves that to others).')
  return { folds: found, mean: Object.fromEntries(mean), deviation: Object.fromEntries(deviation), interrupted }
}

/** The scores that are single numbers. */
function numbersIn(scores: Scores): Map<string, number> {
  return new Map(Object.entries(scores).flatMap(([name, value]): [string, number][] => (typeof value === 'number' ? [[name, value]] : [])))
}

function requireNoFiles({ out, history, checkpoint }: TrainSettings): void {
  const given = Object.entries({ out, history, checkpoint }).find(([, value]) => value !== undefined)
  if (!given) return
  const [option] = given
  throw new OptionError({ option, where: `--${option}`, expected: 'none with --folds', got: String(given[1]), fix: 'Cross-validation writes no files; train without --folds for them.' })
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Of a sample: over n − 1. */
function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1))
}
