import type { Activation } from '@nablajs/activations'
import type { Cost } from '@nablajs/costs'
import type { LearningRate, Optimizer } from '@nablajs/trainer'
import { choose } from '../choose.js'
import { DEFAULTS } from './defaults.js'
import { learningRateOf } from './learningRateOf.js'
import { optimizerOf } from './optimizerOf.js'
import type { Plugins } from '../plugins.js'
import type { TrainSettings } from './trainSettings.js'

/** What a training is made of, with all defaults filled in. */
export interface Plan {
  readonly activation: Activation
  readonly output: Activation
  readonly cost: Cost
  readonly optimizer: Optimizer
  readonly hidden: readonly number[]
  readonly batch: number
  readonly epochs: number
  readonly learningRate: LearningRate
  readonly patience: number
  readonly seed: number
}

/**
 * The plan of a training: what was said, and the defaults of its kind of target for the rest.
 *
 * Shapes: `rows`: samples to train on. Throws `OptionError` for a name that is none, and for settings that do not go together.
 */
export function planOf(kind: 'classes' | 'numbers', settings: TrainSettings, plugins: Plugins, rows: number): Plan {
  const { activations, costs } = plugins
  const byKind = kind === 'classes' ? { output: 'softmax', cost: 'logLikelihood' } : { output: 'linear', cost: 'quadratic' }
  const epochs = settings.epochs ?? 200
  return {
    activation: choose('activation', settings.activation ?? 'tanh', activations),
    output: choose('output', settings.output ?? byKind.output, activations),
    cost: choose('cost', settings.cost ?? byKind.cost, costs),
    optimizer: optimizerOf(settings, plugins),
    hidden: settings.hidden ?? [16],
    batch: Math.min(settings.batch ?? 16, rows),
    epochs,
    learningRate: learningRateOf(settings, epochs),
    patience: settings.patience ?? 20,
    seed: settings.seed ?? DEFAULTS.seed,
  }
}
