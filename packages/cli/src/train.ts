import { writeFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import type { Activation } from '@nablajs/activations'
import { network, scaledNormal, type Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { completeRows, fitPreprocessing, inputsOf, outputsOf, preprocess, type Fitted, type Samples, type Table } from '@nablajs/data'
import { OptionError } from '@nablajs/linalg'
import { saveModel } from '@nablajs/model-io/node'
import { classWeights, evaluate, historyToCsv, historyToJsonl, train, type Epoch, type Optimizer, type Training } from '@nablajs/trainer'
import { openCheckpoints, type Checkpoints } from './checkpoints.js'
import { choose } from './choose.js'
import { columnsTable } from './columnsTable.js'
import { holdOut } from './holdOut.js'
import { learningCurve } from './learningCurve.js'
import type { Plugins } from './plugins.js'
import { progressBar, summary } from './progressBar.js'
import { readRows } from './readRows.js'
import { metricsFor, scoresOf, showScores, type Scores } from './scores.js'
import type { Surroundings } from './surroundings.js'
import { counted, type Terminal } from './terminal.js'
import type { TrainSettings } from './trainSettings.js'

/** What `nabla train` did, for machines. */
export interface Trained {
  readonly model: string
  readonly columns: Fitted['decisions']
  readonly rows: { readonly training: number; readonly heldOut: number }
  readonly network: { readonly sizes: readonly number[]; readonly activations: readonly string[]; readonly cost: string; readonly optimizer: string }
  readonly epochs: number
  readonly heldOut?: Scores
  /** Whether SIGINT or SIGTERM ended it. */
  readonly interrupted: boolean
}

/** What a training is made of, with all defaults filled in. */
interface Plan {
  readonly activation: Activation
  readonly output: Activation
  readonly cost: Cost
  readonly optimizer: Optimizer
  readonly hidden: readonly number[]
  readonly batch: number
  readonly epochs: number
  readonly learningRate: number
  readonly patience: number
  readonly seed: number
}

/**
 * `nabla train`: reads rows, decides what every column is, trains, shows how good the network is on rows that it has not seen, and saves it.
 *
 * Shapes: none. Rejects with the errors of what it uses, each of which says what to do.
 */
export async function trainOnRows(paths: readonly string[], settings: TrainSettings & { resume?: boolean }, plugins: Plugins, surroundings: Surroundings, out: Terminal): Promise<Trained> {
  const { io } = surroundings
  const { checkpoint: folder, checkpointEvery: every, resume = false } = settings
  if (folder === undefined && (resume || every !== undefined)) throw noFolder(resume ? 'resume' : 'checkpoint-every')
  const { delimiter, header, encoding } = settings
  const table = await readRows(paths, { ...(delimiter !== undefined && { delimiter }), ...(header !== undefined && { header }), ...(encoding !== undefined && { encoding }) }, io)
  const seed = settings.seed ?? 1
  const { fitted, training, test } = prepare(table, settings, seed)
  out.show(`${columnsTable(fitted.decisions)}\n`)

  const { preprocessing } = fitted
  const plan = planOf(preprocessing.target.kind, settings, plugins, training.size, seed)
  const sizes = [inputsOf(preprocessing), ...plan.hidden, outputsOf(preprocessing)]
  const backend = await surroundings.pickBackend(settings.mode ?? 'exact', { sizes, batchSize: plan.batch, threads: settings.threads ?? 1 })
  const layers = [...sizes.slice(0, -1), { neurons: outputsOf(preprocessing), activation: plan.output }]
  const dtype = settings.double === true ? 'float64' : 'float32'
  const net = network(layers, { activation: plan.activation, initialiser: scaledNormal, seed, backend, dtype, maxBatch: Math.max(1024, plan.batch) })
  out.note(`${counted(training.size)} rows to train on, ${counted(test?.size ?? 0)} held out; network [${sizes.join(', ')}], ${plan.activation.name} and ${plan.output.name}, ${plan.cost.name} cost, ${plan.optimizer.name}`)

  const { batch, learningRate } = plan
  const options = { batch, learningRate, seed, rows: training.size, heldOut: test?.size ?? 0 }
  const subject = { net, cost: plan.cost, preprocessing, options }
  const checkpoints = folder === undefined ? undefined : await openCheckpoints({ folder, resume, ...(every !== undefined && { every }) }, subject, io.cwd, out)
  const samples = settings.classWeights === true ? classWeights(training, 'balanced') : training
  const { history, interrupted } = await run(net, samples, test, plan, surroundings, out, checkpoints)
  const done = {
    model: '',
    columns: fitted.decisions,
    rows: { training: training.size, heldOut: test?.size ?? 0 },
    network: { sizes, activations: namesOf(net), cost: plan.cost.name, optimizer: plan.optimizer.name },
    epochs: history.length,
    interrupted,
  }
  if (interrupted && checkpoints) {
    out.note(`a checkpoint is in ${folder ?? ''}; the same command with --resume goes on`)
    return done
  }
  const curve = learningCurve(history, out.width, out.coloured)
  if (curve !== '') out.show(`${curve}\n`)
  const heldOut = test && scoresOf(await evaluate(net, test, { cost: plan.cost, metrics: metricsFor(preprocessing.target.kind) }))
  if (heldOut && test) {
    showScores(heldOut, test.size, preprocessing.target, out)
    if (plan.patience > 0) out.show('\nThese rows were not trained on; they decided when to stop.')
  }

  const model = settings.out ?? modelPath(paths[0])
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

function prepare(table: Table, settings: TrainSettings, seed: number): { fitted: Fitted; training: Samples; test: Samples | undefined } {
  const { target, task, types, missing } = settings
  const options = { ...(target && { target }), ...(task && { task }), ...(types && { types }), ...(missing && { missing }) }
  // Once over all rows, to know which columns and which kind of target there are, and then on the training rows alone.
  const all = fitPreprocessing(table, options)
  const used = all.decisions.filter(({ use }) => use !== 'left out').map(({ name }) => name)
  const rows = missing === 'drop' ? completeRows(table, used) : Array.from({ length: table.rows }, (_, row) => row)
  const { target: found } = all.preprocessing
  const cells = found.kind === 'classes' ? (table.columns.find(({ name }) => name === found.name)?.cells ?? []) : undefined
  const split = holdOut(rows, cells && rows.map((row) => cells[row]?.trim() ?? ''), settings.test ?? 0.2, seed)
  const fitted = fitPreprocessing(table, { ...options, rows: split.training })
  const samples = (part: readonly number[]) => preprocess(table, fitted.preprocessing, part)
  return { fitted, training: samples(split.training), test: split.test.length > 0 ? samples(split.test) : undefined }
}

function planOf(kind: 'classes' | 'numbers', settings: TrainSettings, { activations, costs, optimizers }: Plugins, rows: number, seed: number): Plan {
  const byKind = kind === 'classes' ? { output: 'softmax', cost: 'logLikelihood' } : { output: 'linear', cost: 'quadratic' }
  return {
    activation: choose('activation', settings.activation ?? 'tanh', activations),
    output: choose('output', settings.output ?? byKind.output, activations),
    cost: choose('cost', settings.cost ?? byKind.cost, costs),
    optimizer: choose('optimizer', settings.optimizer ?? 'adam', optimizers),
    hidden: settings.hidden ?? [16],
    batch: Math.min(settings.batch ?? 16, rows),
    epochs: settings.epochs ?? 200,
    learningRate: settings.learningRate ?? 0.01,
    patience: settings.patience ?? 20,
    seed,
  }
}

async function run(
  net: Network, samples: Samples, test: Samples | undefined, plan: Plan, { onSignal }: Surroundings, out: Terminal, checkpoints: Checkpoints | undefined,
): Promise<{ history: readonly Epoch[]; interrupted: boolean }> {
  const { cost, optimizer, epochs, batch, learningRate, patience, seed } = plan
  const bar = progressBar(out)
  const stop = new AbortController()
  const training: Training = train(net, samples, {
    cost, optimizer, epochs, batchSize: batch, learningRate, seed,
    signal: stop.signal,
    ...(test && { test }),
    ...(patience > 0 && { earlyStopping: { patience } }),
    ...(checkpoints?.state && { resume: checkpoints.state }),
    onProgress(progress) {
      bar.onProgress(progress)
      checkpoints?.onProgress(progress.step, training)
    },
    async onEpoch(epoch) {
      bar.onEpoch(epoch)
      await checkpoints?.onEpoch(training)
    },
  })
  const listening = onSignal((signal) => stop.abort(signal))
  let interrupted = false
  try {
    for await (const _ of training);
  } catch (reason) {
    interrupted = stop.signal.aborted
    if (!interrupted) throw reason
    await checkpoints?.save(training)
    out.note('stopped')
  } finally {
    listening()
    bar.clear()
    await checkpoints?.close()
  }
  const last = training.history.at(-1)
  if (last) out.note(`${training.history.length} epochs; the last: ${summary(last)}`)
  return { history: training.history, interrupted }
}

/** The name of the data, in the current folder. */
function modelPath(data: string | undefined): string {
  const name = data === undefined || data === '-' ? 'model' : basename(data, extname(data))
  return `${name}.safetensors`
}

async function writeHistory(path: string, history: readonly Epoch[]): Promise<void> {
  await writeFile(path, extname(path) === '.csv' ? historyToCsv(history) : historyToJsonl(history))
}
