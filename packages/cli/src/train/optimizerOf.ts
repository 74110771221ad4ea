import { OptionError } from '@nablajs/linalg'
import { adamW, clipped, momentum, nesterov, regularised, type Optimizer } from '@nablajs/trainer'
import { choose } from '../choose.js'
import type { Plugins } from '../plugins.js'
import type { TrainSettings } from './trainSettings.js'

/**
 * The optimizer that the settings name, with its numbers, the penalties on the weights round it, and the clipping of the gradient round both.
 *
 * Shapes: none. Throws `OptionError` for a name that is none, and for a number that the optimizer does not have.
 */
export function optimizerOf(settings: TrainSettings, { optimizers }: Plugins): Optimizer {
  const { l1, l2, maxNorm, clipValue, clipNorm } = settings
  const penalties = { ...(l1 !== undefined && { l1 }), ...(l2 !== undefined && { l2 }), ...(maxNorm !== undefined && { maxNorm }) }
  const limits = { ...(clipValue !== undefined && { value: clipValue }), ...(clipNorm !== undefined && { norm: clipNorm }) }
  const named = withNumbers(choose('optimizer', settings.optimizer ?? 'adam', optimizers), settings)
  const penalised = Object.keys(penalties).length > 0 ? regularised(named, penalties) : named
  return Object.keys(limits).length > 0 ? clipped(penalised, limits) : penalised
}

function withNumbers(optimizer: Optimizer, { momentum: coefficient, weightDecay }: TrainSettings): Optimizer {
  if (coefficient !== undefined && optimizer.name !== 'momentum' && optimizer.name !== 'nesterov') throw notOf('momentum', optimizer, 'momentum or nesterov')
  if (weightDecay !== undefined && optimizer.name !== 'adamW') throw notOf('weight-decay', optimizer, 'adamW')
  if (coefficient !== undefined) return optimizer.name === 'nesterov' ? nesterov({ coefficient }) : momentum({ coefficient })
  return weightDecay === undefined ? optimizer : adamW({ weightDecay })
}

function notOf(option: string, { name }: Optimizer, wanted: string): OptionError {
  return new OptionError({ option, where: `--${option}`, expected: `--optimizer ${wanted}`, got: name, fix: 'Name that optimizer, or leave the number out.' })
}
