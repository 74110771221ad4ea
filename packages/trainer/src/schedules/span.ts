import { OptionError } from '@nablajs/linalg'
import { requireNumber } from '../requireNumber.js'
import type { ScheduleInfo } from '../schedule.js'

/** How long a schedule runs: in epochs or in steps, one of both. It stays at its last η after that. */
export interface Span {
  epochs?: number
  steps?: number
}

/**
 * Throws `OptionError` unless a span has one of both, above 0.
 *
 * Shapes: scalars.
 */
export function requireSpan(of: string, { epochs, steps }: Span): void {
  if ((epochs === undefined) === (steps === undefined)) {
    throw new OptionError({
      option: 'epochs',
      where: `${of}, epochs`,
      expected: 'either { epochs } or { steps }',
      got: epochs === undefined ? 'neither' : 'both',
      fix: 'Give the epochs that train is given.',
    })
  }
  if (epochs !== undefined) requireNumber(of, 'epochs', epochs, { above: 0 }, 'Give the epochs that train is given.')
  if (steps !== undefined) requireNumber(of, 'steps', steps, { whole: true, least: 1 }, 'Give the steps of all epochs.')
}

/**
 * The steps of a span. Throws `OptionError` where epochs were given and it is not known how many steps one has, as in the first epoch
 * of a stream.
 *
 * Shapes: scalar.
 */
export function stepsIn(of: string, { epochs = 0, steps }: Span, { stepsPerEpoch }: ScheduleInfo): number {
  const total = steps ?? epochs * stepsPerEpoch
  if (!Number.isNaN(total)) return total
  throw new OptionError({
    option: 'epochs',
    where: `${of}, epochs`,
    expected: 'epochs whose number of steps is known',
    got: 'samples that do not say how many there are',
    fix: 'Give { steps }, the steps of all epochs.',
  })
}
