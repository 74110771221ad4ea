import { network, scaledNormal, type Network } from '@nablajs/backprop'
import { inputsOf, outputsOf, type Samples } from '@nablajs/data'
import type { Plain } from '@nablajs/model-io'
import { classWeights, train, type Epoch, type Training } from '@nablajs/trainer'
import { caution } from './caution.js'
import { openCheckpoints, type Checkpoints, type CheckpointSettings } from './checkpoints.js'
import type { Prepared } from './learnable.js'
import { planOf, type Plan } from './plan.js'
import type { Plugins } from '../plugins.js'
import { progressBar, summary } from './progressBar.js'
import type { Surroundings } from '../surroundings.js'
import { counted, type Terminal } from '../terminal/terminal.js'
import { decidingBits, type TrainSettings } from './trainSettings.js'

/** A network that was trained. */
export interface FittedNetwork {
  readonly net: Network
  readonly plan: Plan
  readonly history: readonly Epoch[]
  /** Whether SIGINT or SIGTERM ended it. */
  readonly interrupted: boolean
}

/**
 * Makes the network that the settings describe and trains it; the validation samples decide when to stop, or the test samples where there
 * are none.
 *
 * Shapes: none. Rejects with the errors of what it uses.
 */
export async function fitNetwork(
  { preprocessing, training, validation, test }: Prepared,
  settings: TrainSettings,
  plugins: Plugins,
  surroundings: Surroundings,
  out: Terminal,
  where?: CheckpointSettings,
): Promise<FittedNetwork> {
  const plan = planOf(preprocessing.target.kind, settings, plugins, training.size)
  const sizes = [inputsOf(preprocessing), ...plan.hidden, outputsOf(preprocessing)]
  const backend = await surroundings.pickBackend(settings.mode ?? 'exact', { sizes, batchSize: plan.batch, threads: settings.threads ?? 1 })
  const layers = [...sizes.slice(0, -1), { neurons: outputsOf(preprocessing), activation: plan.output }]
  const dtype = settings.double === true ? 'float64' : 'float32'
  const net = network(layers, { activation: plan.activation, initialiser: scaledNormal, seed: plan.seed, backend, dtype, maxBatch: Math.max(1024, plan.batch) })
  const others = validation ? `${counted(validation.size)} to decide when to stop, ` : ''
  out.note(`${counted(training.size)} rows to train on, ${others}${counted(test?.size ?? 0)} held out; network [${sizes.join(', ')}], ${plan.activation.name} and ${plan.output.name}, ${plan.cost.name} cost, ${plan.optimizer.name}`)
  const careful = caution(plan.output.name, plan.cost.name)
  if (careful !== undefined) out.note(careful)

  const options: Record<string, Plain> = { ...decidingBits(settings, plan), rows: training.size, heldOut: (validation?.size ?? 0) + (test?.size ?? 0) }
  const checkpoints = where && (await openCheckpoints(where, { net, cost: plan.cost, preprocessing, options }, surroundings.io.cwd, out))
  const samples = settings.classWeights === true ? classWeights(training, 'balanced') : training
  const { history, interrupted } = await run(net, samples, validation ?? test, plan, surroundings, out, checkpoints)
  return { net, plan, history, interrupted }
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
