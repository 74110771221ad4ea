import { writeFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import type { Network } from '@nablajs/backprop'
import { OptionError } from '@nablajs/linalg'
import { saveModel } from '@nablajs/model-io/node'
import { evaluate, historyToCsv, historyToJsonl, type Epoch } from '@nablajs/trainer'
import { columnsTable, type ColumnDecision } from '../terminal/columnsTable.js'
import { DEFAULTS } from './defaults.js'
import { fitNetwork } from './fitNetwork.js'
import { learnable } from './learnable.js'
import { learningCurve } from './learningCurve.js'
import { partition } from './partition.js'
import type { Plugins } from '../plugins.js'
import { readSource } from '../source/readSource.js'
import { requireOut } from './requireOut.js'
import { metricsFor, scoresOf, showScores, type Scores } from '../evaluate/scores.js'
import type { Surroundings } from '../surroundings.js'
import type { Terminal } from '../terminal/terminal.js'
import { rowsOptions, sharesOf, type TrainSettings } from './trainSettings.js'

/** What `nabla train` did, for machines. */
export interface Trained {
  readonly model: string
  readonly columns: readonly ColumnDecision[]
  readonly rows: { readonly training: number; readonly validation?: number; readonly heldOut: number }
  readonly network: { readonly sizes: readonly number[]; readonly activations: readonly string[]; readonly cost: string; readonly optimizer: string }
  readonly epochs: number
  readonly heldOut?: Scores
  /** Whether SIGINT or SIGTERM ended it. */
  readonly interrupted: boolean
}

/**
 * `nabla train`: reads samples, decides what every column is, trains, shows how good the network is on samples that it has not seen, and
 * saves it.
 *
 * Shapes: none. Rejects with the errors of what it uses, each of which says what to do.
 */
export async function trainOnRows(paths: readonly string[], settings: TrainSettings & { resume?: boolean }, plugins: Plugins, surroundings: Surroundings, out: Terminal): Promise<Trained> {
  const { io } = surroundings
  const { checkpoint: folder, checkpointEvery: every, resume = false } = settings
  if (folder === undefined && (resume || every !== undefined)) throw noFolder(resume ? 'resume' : 'checkpoint-every')
  const model = settings.out ?? modelPath(paths[0])
  await requireOut(model, io.cwd)
  const from = learnable(await readSource(paths, rowsOptions(settings), io), settings)
  const prepared = from.fit(partition(from.rows, from.labels, sharesOf(settings), settings.seed ?? DEFAULTS.seed, from.testFrom))
  out.show(`${columnsTable(prepared.decisions)}\n`)

  const { preprocessing, training, validation, test } = prepared
  const checkpoints = folder === undefined ? undefined : { folder, resume, ...(every !== undefined && { every }) }
  const { net, plan, history, interrupted } = await fitNetwork(prepared, settings, plugins, surroundings, out, checkpoints)
  const done = {
    model: '',
    columns: prepared.decisions,
    rows: { training: training.size, ...(validation && { validation: validation.size }), heldOut: test?.size ?? 0 },
    network: { sizes: net.sizes, activations: namesOf(net), cost: plan.cost.name, optimizer: plan.optimizer.name },
    epochs: history.length,
    interrupted,
  }
  if (interrupted && folder !== undefined) {
    out.note(`a checkpoint is in ${folder}; the same command with --resume goes on`)
    return done
  }
  const curve = learningCurve(history, out.width, out.coloured)
  if (curve !== '') out.show(`${curve}\n`)
  const heldOut = test && scoresOf(await evaluate(net, test, { cost: plan.cost, metrics: metricsFor(preprocessing.target.kind) }))
  if (heldOut && test) {
    showScores(heldOut, test.size, preprocessing.target, out)
    if (plan.patience > 0) out.show(validation ? '\nThese rows had no part in training.' : '\nThese rows were not trained on; they decided when to stop (--validation 0.1 leaves that to others).')
  }

  await saveModel(resolve(io.cwd, model), net, { cost: plan.cost, preprocessing })
  if (settings.history !== undefined) await writeHistory(resolve(io.cwd, settings.history), history)
  out.show(`${model} is written; use it: nabla predict ${model} FILE`)
  return { ...done, model, ...(heldOut && { heldOut }) }
}

function namesOf({ L, activation }: Network): string[] {
  return Array.from({ length: L - 1 }, (_, i) => activation[i + 2]?.name ?? '')
}

function noFolder(option: string): OptionError {
  return new OptionError({
    option,
    where: `--${option}`,
    expected: '--checkpoint with a folder beside it',
    got: 'none',
    fix: 'Say where checkpoints are kept: --checkpoint run1.',
  })
}

/** The name of the data, in the current folder. */
function modelPath(data: string | undefined): string {
  const name = data === undefined || data === '-' ? 'model' : basename(data, extname(data))
  return `${name}.safetensors`
}

async function writeHistory(path: string, history: readonly Epoch[]): Promise<void> {
  await writeFile(path, extname(path) === '.csv' ? historyToCsv(history) : historyToJsonl(history))
}
