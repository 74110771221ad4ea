import type { Schedule } from '../schedule.js'

/**
 * What a schedule that remembers nothing gives at a step, with epochs of so many steps.
 *
 * Shapes: scalar; step from 1.
 */
export function atStep(schedule: Schedule, step: number, stepsPerEpoch: number): number {
  return schedule({ step, epoch: Math.ceil(step / stepsPerEpoch), stepsPerEpoch, cost: 1 }, new Float64Array(0))
}
