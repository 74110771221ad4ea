import { OptionError } from '@nablajs/linalg'
import { cosine, exponentialDecay, oneCycle, reduceOnPlateau, stepDecay, warmUp, type LearningRate } from '@nablajs/trainer'
import { DEFAULTS } from './defaults.js'
import type { TrainSettings } from './trainSettings.js'

/** How η may go: what `--schedule` takes. */
export const SCHEDULES = ['constant', 'step', 'exponential', 'cosine', 'one-cycle', 'plateau'] as const

/** Names of schedules. */
export type ScheduleName = (typeof SCHEDULES)[number]

/**
 * η as the settings say: `--learning-rate` is where it begins, and with one-cycle its peak.
 *
 * Shapes: `epochs`: of the whole training. Throws `OptionError` for numbers of another schedule.
 */
export function learningRateOf({ learningRate: from = DEFAULTS.learningRate, schedule = 'constant', decayFactor: factor, decayEvery: every, warmUp: steps }: TrainSettings, epochs: number): LearningRate {
  if (factor !== undefined && !['step', 'exponential', 'plateau'].includes(schedule)) throw notOf('decay-factor', schedule, 'step, exponential or plateau')
  if (every !== undefined && !['step', 'plateau'].includes(schedule)) throw notOf('decay-every', schedule, 'step or plateau')
  const rate = scheduled(schedule, from, { ...(factor !== undefined && { factor }) }, every, epochs)
  return steps === undefined ? rate : warmUp(rate, steps)
}

function scheduled(name: ScheduleName, from: number, factor: { factor?: number }, every: number | undefined, epochs: number): LearningRate {
  switch (name) {
    case 'constant':
      return from
    case 'step':
      return stepDecay({ from, every: every ?? Math.max(1, Math.round(epochs / 3)), ...factor })
    case 'exponential':
      return exponentialDecay({ from, ...factor })
    case 'cosine':
      return cosine({ from, epochs })
    case 'one-cycle':
      return oneCycle({ peak: from, epochs })
    case 'plateau':
      return reduceOnPlateau({ from, ...factor, ...(every !== undefined && { patience: every }) })
  }
}

function notOf(option: string, schedule: string, wanted: string): OptionError {
  return new OptionError({ option, where: `--${option}`, expected: `--schedule ${wanted}`, got: schedule, fix: 'Name that schedule, or leave the number out.' })
}
