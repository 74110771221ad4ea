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

/**
 * η as a function of where training stands, called once at each step. It keeps no state of its own: a schedule that must remember
 * something says how many numbers, and is given the same ones at each step, so that a `TrainState` can hold them.
 */
export interface Schedule {
  (info: ScheduleInfo, memory: Float64Array): number
  /** How many numbers it remembers, 0 at the start; none unless said. */
  readonly remembers?: number
}

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
 * Shapes: scalar; `memory` as long as the schedule remembers. Throws `OptionError` where a schedule gives a number that is not finite or below 0, naming the step.
 */
export function learningRateAt(schedule: Schedule, info: ScheduleInfo, memory: Float64Array): number {
  const eta = schedule(info, memory)
  if (Number.isFinite(eta) && eta >= 0) return eta
  throw new OptionError({
    option: 'learningRate',
    where: `train, learningRate at step ${info.step}`,
    expected: 'a finite number of at least 0',
    got: String(eta),
    fix: 'Mend the schedule at this step.',
  })
}
