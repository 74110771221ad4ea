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
 * The steps of a span.
 *
 * Shapes: scalar.
 */
export function stepsIn({ epochs = 0, steps }: Span, { stepsPerEpoch }: ScheduleInfo): number {
  return steps ?? epochs * stepsPerEpoch
}
