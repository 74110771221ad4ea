import { OptionError } from '@nablajs/linalg'

/** What a schedule of the learning rate may look at. */
export interface ScheduleInfo {
  /** The number of the step that comes, from 1. */
  readonly step: number
  /** The number of the epoch, from 1. */
  readonly epoch: number
  readonly stepsPerEpoch: number
  /** The mean cost of the epoch so far, this minibatch included. */
  readonly cost: number
}

/** η as a function of where training stands. */
export type Schedule = (info: ScheduleInfo) => number

/** The learning rate η: one number, or a schedule. */
export type LearningRate = number | Schedule

/**
 * Throws `OptionError` for a learning rate with which nothing can be learnt.
 *
 * Shapes: scalar.
 */
export function requireLearningRate(where: string, learningRate: unknown): void {
  if (typeof learningRate === 'number' && Number.isFinite(learningRate) && learningRate > 0) return
  throw new OptionError({
    option: 'learningRate',
    where: `${where}, learningRate`,
    expected: 'a finite number above 0',
    got: typeof learningRate === 'number' ? String(learningRate) : `the ${typeof learningRate} ${JSON.stringify(learningRate) ?? ''}`.trim(),
    fix: 'The book uses 3 with the quadratic cost and 0.5 with cross-entropy.',
  })
}

/**
 * η at a step. A schedule may give 0, which leaves the parameters as they are.
 *
 * Shapes: scalar. Throws `OptionError` where a schedule gives a number that is not finite or below 0, naming the step.
 */
export function learningRateAt(schedule: Schedule, info: ScheduleInfo): number {
  const eta = schedule(info)
  if (Number.isFinite(eta) && eta >= 0) return eta
  throw new OptionError({
    option: 'learningRate',
    where: `train, learningRate at step ${info.step}`,
    expected: 'a finite number of at least 0',
    got: String(eta),
    fix: 'Mend the schedule at this step.',
  })
}
